/// One thing that a document configures, under the name that rules know it by: a resource of
/// Terraform, an object of Kubernetes, a whole nginx.conf.
package struct DocumentSubject: Sendable {
    /// Whose thing it is: `terraform`, `cloudformation`, `arm`, `kubernetes`, `compose`,
    /// `github-actions`, … , else the name of the format.
    package let platform: String
    /// What it is there, such as `aws_db_instance`, `AWS::RDS::DBInstance` or `Deployment`; empty
    /// where the platform has but one.
    package let type: String
    /// Its own name, where it has one.
    package let name: String
    /// Its settings.
    package let body: DocumentNode
    /// What a finding points at where a setting is absent.
    package let header: SourceSpan
    /// Whether nothing of the document was left out for a limit when its subjects were made; told by
    /// the first of them.
    package var isOfAll = true

    package init(
        platform: String, type: String = "", name: String = "", body: DocumentNode,
        header: SourceSpan
    ) {
        self.platform = platform
        self.type = type
        self.name = name
        self.body = body
        self.header = header
    }
}
