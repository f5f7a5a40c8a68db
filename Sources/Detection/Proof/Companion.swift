/// A value beside a secret without which it is of no use: key id, account, user or host.
struct Companion {
    /// What it is.
    enum Kind: String {
        case awsKeyID = "AWS access key id"
        case twilioAccount = "Twilio account SID"
        case twilioKey = "Twilio API key SID"
        case clientID = "client id"
        case user = "user name"
        case host = "host"
    }

    let kind: Kind

    /// Whether it is of a form of its own, so that its place beside the secret says something.
    var isDistinctive: Bool {
        switch kind {
        case .awsKeyID, .twilioAccount, .twilioKey: true
        case .clientID, .user, .host: false
        }
    }

    /// Half-open byte range in the text.
    let range: Range<Int>
}
