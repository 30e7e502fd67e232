"""Formulas as plain text: good enough to be read in a title, and never a riddle of backslashes."""
# ruff: noqa: RUF001, RUF002 - Greek letters are what formulas are made of

import re
from typing import Final

_GREEK: Final = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
_SIGNS: Final = {
    "times": "×", "cdot": "·", "pm": "±", "sim": "~", "approx": "≈", "leq": "≤", "le": "≤", "geq": "≥",
    "ge": "≥", "neq": "≠", "to": "→", "rightarrow": "→", "infty": "∞", "odot": "⊙", "circ": "°",
    "ell": "ℓ", "sum": "∑", "int": "∫", "partial": "∂", "propto": "∝", "degree": "°", "prime": "′",
}  # fmt: skip
_FUNCTIONS: Final = {name: name for name in ("sin", "cos", "tan", "log", "ln", "exp", "min", "max", "arg")}
_SYMBOLS: Final = _GREEK | _SIGNS | _FUNCTIONS
_POWERS: Final = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_FORMULA: Final = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$|\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
_COMMAND: Final = re.compile(r"\\([A-Za-z]+)")
_SPACING: Final = re.compile(r"\\[,;:! >]|~")
_POWER: Final = re.compile(r"\^\{?([0-9+-]+)\}?")


def without_latex(text: str) -> str:
    r"""Replace each formula by its symbols.

    >>> without_latex(r"$\\gamma\\gamma$ absorption at $E > 10^{2}\\,{\\rm GeV}$")
    'γγ absorption at E > 10² GeV'
    """
    return _FORMULA.sub(lambda match: _symbols(next(filter(None, match.groups()))), text)


def _symbols(formula: str) -> str:
    formula = _POWER.sub(lambda match: match[1].translate(_POWERS), _SPACING.sub(" ", formula))
    named = _COMMAND.sub(lambda match: _SYMBOLS.get(match[1], ""), formula)
    return " ".join(re.sub(r"[{}\\]", "", named).split())
