/// How a scalar of YAML is written.
enum YAMLScalarForm {
    case plain, quoted
    /// After `|` or `>`.
    case block
}
