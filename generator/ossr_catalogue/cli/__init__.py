"""The command `ossr-catalogue`: joins the rooms, turns errors into one line and an exit status."""

from ossr_catalogue.cli.main import main

__all__ = ["main"]
