/// Bounds on what the validators read of one value.
enum ValidatorLimits {
    /// Longer values are `unknown`: the largest well-formed ones, RSA keys of 16,384 bits in PEM
    /// with escapes, stay under 16 KiB; PGP key blocks with certifications may reach some 100 KiB.
    static let maxValueBytes = 1 << 20
}
