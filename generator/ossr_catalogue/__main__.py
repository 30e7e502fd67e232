"""`python -m ossr_catalogue` is the command `ossr-catalogue`."""

from ossr_catalogue.cli import main

main()
