"""Make plain text of what people write into titles, READMEs and notebooks: HTML, Markdown, reST, LaTeX."""
