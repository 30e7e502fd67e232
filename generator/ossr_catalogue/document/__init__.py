"""From text to values: a tree that knows where everything stands, then the model's values.

`parse` turns a file into a `Document`; whatever is wrong with the file becomes a `Problem` in it, never an
exception. `reading` turns an error-free entry of a document into an `Executable`.
"""
