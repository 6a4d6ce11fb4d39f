"""The rules that compute something, a module for each group of the catalogue; phrases are templates/checks/."""
