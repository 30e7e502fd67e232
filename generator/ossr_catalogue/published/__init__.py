"""A published catalogue, read again: is it sound, how old is it, how does it differ from another one?"""
