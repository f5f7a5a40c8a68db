/// A recipe, or a command of git, that did not end well. Its output may hold secrets and is not
/// kept: run it by hand to see more.
package struct RecipeFailure: Error, CustomStringConvertible {
    package let recipe: String
    package let status: Int32

    package var description: String { "\(recipe) ended with status \(status)" }
}
