/// What a file of the cache says does not fit together, or this program's rules.
struct CacheFault: Error {}
