/// Thrown by what takes long when the librarian was told to stop: nothing is wrong, and nothing was done.
struct Stopped: Error {}
