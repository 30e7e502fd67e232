"""The command `ossr-catalogue`: joins the rooms, turns errors into one line and an exit status."""
