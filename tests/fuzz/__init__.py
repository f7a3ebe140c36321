"""Feed the parser what nobody would write, guided by what it runs through."""
