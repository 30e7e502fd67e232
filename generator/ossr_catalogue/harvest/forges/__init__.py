"""Organisations and groups at GitHub and GitLab: their pages of repositories, each then a Git repository."""
