"""Lists of executables to read in tests: a sound entry of every type, and the cases that must always work."""

import copy
from typing import Any

Plain = dict[str, Any]

UUID = "5cec9f3d-79c0-49ad-9a5a-455596c55341"
DATA_UUID = "401f6251-be15-4f8a-bad7-38ef4d6cb7c1"
DIGEST = "sha256:" + "0f" * 32

FRAGMENT = """\
"executables": [
   "uuid": "5cec9f3d-79c0-49ad-9a5a-455596c55341",
    "type": "urn:types/jupyter-notebook",
    "compute-resources": [ .. ],
    "data-resources": [
        "uuid": "401f6251-be15-4f8a-bad7-38ef4d6cb7c1",
        "data-content": "urn:astronomy-observation",
        "data-format": "urn:parquet-binary"
"""
"""As the format was first shown in 2022, without its braces."""

OWN_KEYS: dict[str, Plain] = {
    "urn:types/jupyter-notebook": {
        "location": "notebooks/crab.ipynb",
        "requirements": "environment.yml",
        "kernel": "python3",
    },
    "urn:types/zeppelin-notebook": {"location": "notes/clusters.zpln", "requirements": "requirements.txt"},
    "urn:types/docker-container": {
        "image": {
            "locations": ["ghcr.io/example/fit:1.2", "docker.io/example/fit:1.2"],
            "digest": DIGEST,
            "platform": {"architecture": "amd64", "os": "linux"},
        },
        "recipe": "docker/Dockerfile",
        "command": ["jupyter", "lab"],
        "entrypoint": "/bin/bash",
        "environment": {"OMP_NUM_THREADS": "4"},
        "network": {"ports": [8888]},
        "privileged": True,
    },
    "urn:types/singularity-container": {"location": "oras://registry.example.org/space/fit:1.2"},
    "urn:types/python-program": {
        "location": "scripts/fit.py",
        "module": "fit.main",
        "requirements": "requirements.txt",
        "command": "python scripts/fit.py --help",
    },
    "urn:types/command-line-program": {
        "command": "gammapy --help",
        "package": "pkg:pypi/gammapy",
        "image": {"locations": ["ghcr.io/example/gammapy:1"]},
    },
    "urn:types/binder-repository": {"location": "binder", "open": "notebooks/index.ipynb"},
    "urn:types/cwl-workflow": {"location": "main.cwl", "requirements": "requirements.txt"},
    "urn:types/snakemake-workflow": {"location": "workflow/Snakefile", "requirements": "environment.yml"},
    "urn:types/nextflow-workflow": {"location": "main.nf", "requirements": "environment.yml"},
    "urn:example:quantum-circuit": {"qubits": {"min": 3}, "gates": ["H", "CNOT"]},
}
"""By type, every key that only it has; the last type is nobody's."""

NEEDS: Plain = {
    "compute-resources": [
        {
            "name": "cluster",
            "uuid": "0d0a1ad2-9d8c-4c3c-9f93-6a6b3c1c2f6a",
            "nodes": 8,
            "cores": {"min": 0.5, "max": "unbounded"},
            "memory": {"min": "1 GB", "max": 344},
            "gpus": {"min": 1, "max": 2, "memory": "16 GiB"},
            "architecture": "amd64",
            "walltime": "PT190H",
            "x-queue": {"name": ["long"]},
        }
    ],
    "storage-resources": [
        {
            "name": "scratch",
            "size": {"max": "500 MB"},
            "lifetime": "ephemeral",
            "mount": {"path": "/scratch", "mode": "READWRITE"},
        }
    ],
    "data-resources": [
        {
            "uuid": DATA_UUID,
            "name": "catalogue",
            "description": "Positions and brightnesses",
            "direction": "output",
            "required": False,
            "data-content": "urn:astronomy-observation",
            "data-format": ["urn:parquet-binary", "urn:fits-binary"],
            "size": {"min": "5 TB"},
            "locations": ["s3://example/gaia", "doi:10.5281/zenodo.4701488"],
            "mount": {"path": "/data"},
        }
    ],
}

COMMON: Plain = {
    "uuid": UUID,
    "title": "Fit the Crab nebula spectrum with Gammapy",
    "description": "Fits a log-parabola to the *Crab nebula*, for who learns the library.",
    "keywords": ["gamma rays", "spectra"],
    "subjects": ["Gamma-ray astronomy"],
    "license": "BSD-3-Clause",
    "homepage": "https://example.org/fit",
    "documentation": "https://example.org/fit/docs",
    "citation": "10.5281/zenodo.4701488",
    "status": "deprecated",
    "superseded-by": "128b2f33-2f0c-4f5c-8f4c-0a6bd0d4f0a1",
    **NEEDS,
    "profiles": [
        {"name": "sample", "title": "A sample", "description": "To try it.", "x-since": 2026}
        | {"compute-resources": [{"nodes": 6, "cores": 50, "memory": "100 GB"}]}
    ],
    "x-team": {"lead": None, "size": 3},
}
"""Every key that all types have."""


def entry(type_text: str = "urn:types/jupyter-notebook", **changed: object) -> Plain:
    """Give a sound entry with every key of its type; an underscore in a changed key stands for a dash."""
    whole = {"type": type_text} | COMMON | OWN_KEYS.get(type_text, {})
    return copy.deepcopy(whole) | {key.replace("_", "-"): value for key, value in changed.items()}


def small(**changed: object) -> Plain:
    """Give the smallest sound entry, a notebook."""
    least = {
        "uuid": UUID,
        "type": "urn:types/jupyter-notebook",
        "title": "Fit the Crab nebula spectrum",
        "description": "Fits a log-parabola.",
        "location": "crab.ipynb",
    }
    return least | {key.replace("_", "-"): value for key, value in changed.items()}


OSSR_LIBRARY: Plain = {
    "executables": [
        {
            "uuid": UUID,
            "type": "urn:types/jupyter-notebook",
            "title": "Explore the OSSR with its Python library",
            "description": "Lists what the OSSR holds, and fetches it.",
            "location": "examples/explore.ipynb",
            "compute-resources": [
                {"nodes": 1, "cores": {"min": 1, "max": 4}, "memory": {"min": "1 GB", "max": "16 GB"}}
            ],
        },
        {
            "uuid": "b1d1f3a8-64b5-4c39-9b5f-2e7d1a3c9e10",
            "type": "urn:types/docker-container",
            "title": "The OSSR Python library in a container",
            "description": "The library with everything that it needs.",
            "image": {"locations": ["ghcr.io/example/ossr-library:1.0"], "digest": DIGEST},
            "compute-resources": [{"nodes": 1, "cores": 1, "memory": "1 GB"}],
        },
    ]
}
GAIA_CLUSTERING: Plain = {
    "executables": [
        {
            "uuid": DATA_UUID,
            "type": "urn:types/zeppelin-notebook",
            "title": "Cluster Gaia sources with HDBSCAN",
            "description": "Finds open clusters in the whole of Gaia.",
            "location": "notes/hdbscan.zpln",
            "compute-resources": [{"nodes": 8, "cores": 210, "memory": "344 GB", "walltime": "190 h"}],
            "data-resources": [
                {
                    "data-content": "urn:astronomy-observation",
                    "data-format": "urn:parquet-binary",
                    "size": "5 TB",
                }
            ],
            "profiles": [
                {
                    "name": "sample",
                    "compute-resources": [{"nodes": 6, "cores": 50, "memory": "100 GB"}],
                    "data-resources": [{"data-format": "urn:parquet-binary", "size": "500 MB"}],
                }
            ],
        }
    ]
}
