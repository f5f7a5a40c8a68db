extension CredentialName {
    static let keyWord = CredentialWord("key")
    static let keysWord = CredentialWord("keys")
    static let secretWord = CredentialWord("secret")
    static let tokenWord = CredentialWord("token")
    static let privateWord = CredentialWord("private")
    static let publicWord = CredentialWord("public")
    static let maxWord = CredentialWord("max")
    static let apiWord = CredentialWord("api")
    static let authWord = CredentialWord("auth")
    static let authorizationWord = CredentialWord("authorization")
    static let patWord = CredentialWord("pat")

    /// Last words that say nothing of the kind of value.
    static let neutral = CredentialWord.set(
        """
        value val str string plain plaintext raw default prod production dev development staging
        stage test testing live sandbox local old new current base hex bytes env var here main
        primary secondary master backup temp tmp v a b x one two first second foo const text txt
        content admin root user db database demo qa uat preprod global shared initial init
        override fallback plaintextvalue parameter param arg literal clear cleartext stdin
        """)

    static let passwords = CredentialWord.set(
        """
        pass pw pwd psw pswd passw passphrase passcode passwort kennwort senha contrasena
        contrase motdepasse requirepass passwords wachtwoord parola
        """)
    /// Ends of words run together: `dbpassword`, `mypwd`.
    static let passwordEnds = [
        "password", "passwd", "passphrase", "passwort", "kennwort", "dbpass", "userpass",
        "sqlpass", "rootpass", "adminpass", "mypass", "smtppass", "ftppass", "mailpass",
        "ldappass", "masterauth", "pgpass", "vaultpass", "pwd", "keypass", "storepass",
    ].map { CredentialWord($0) }
    /// Words anywhere in a name that make it a text of an interface.
    static let texts = CredentialWord.set(
        """
        label labels title message messages msg placeholder hint error errors tooltip caption i18n
        translation translations lang locale prompt validation form
        """)
    static let noPasswords = CredentialWord.set("bypass compass surpass trespass cwd oldpwd getpwd")
    /// `forgot_password`, `show password`: what is asked or done, not a value.
    static let passwordModifiers = CredentialWord.set(
        """
        forgot forgotten reset show hide change update no has invalid wrong bad incorrect missing
        empty without require requires required hash hashed encrypted encoded validate verify
        check by via per render render shader multi single two one-time max min bcrypt disable
        enable toggle crypt md5 sha second first next prev run do log print test skip
        """)
    static let plurals = CredentialWord.set(
        "passwords secrets tokens keys credentials creds apikeys")
    static let secrets = CredentialWord.set(
        "secret secrets credential credentials cred creds")
    /// `pull secret` and `tls secret` name an object.
    static let secretModifiers = CredentialWord.set(
        "pull tls no image kubernetes k8s cert certificate has top docker registry ca existing")
    static let tokens = CredentialWord.set("token tokens jwt bearer")
    static let tokenNegatives = CredentialWord.set(
        """
        csrf xsrf page next continuation cancel cancellation cancelation sync pagination syntax
        lexer parser design start end eos bos pad unk mask sep cls stop resume contract erc
        verification public ast node punctuation prompt completion max num count total n type
        special input output keyword operator grammar antiforgery color spacing nft erc20 watch
        forgery marker delimiter separator escape template first last prev previous current peek
        lookahead unexpected string comment shader css style theme
        """)
    /// Words before `token` and `key` that leave no doubt.
    static let strongModifiers = CredentialWord.set(
        """
        api access auth secret private encryption encrypt decryption signing sign signature master
        account storage service admin app application client server security subscription crypto
        cipher aes hmac jwt session consumer bearer refresh oauth personal deploy registry webhook
        bot user id csrfsecret license hash shared sas sdk rest write read ingest integration
        management publish upload install bootstrap root join agent runner provisioning device
        push vault npm github gitlab slack aws s3 azure gcp stripe openai twilio sendgrid mailgun
        datadog sentry algolia heroku cloudflare digitalocean rapid google firebase pusher ably
        payment merchant gateway sms mail smtp db database authentication authorization
        """)
    /// Words before `key` that make it a name, a place or a published value.
    static let keyNegatives = CredentialWord.set(
        """
        public pub primary foreign cache caching sort sorting partition i18n map react object
        lookup index dict json event group config setting settings hot shortcut arrow enter
        escape esc tab shift ctrl control alt meta keyboard press route routing unique composite
        row column col s3 bucket file path host gpg pgp idempotency translation translate message
        msg label title menu item site publishable resource metadata state query search sha natural
        surrogate business etag webpack chunk integrity dedupe dedup tracking analytics
        measurement websocket ssh authorized known registry reg hkey data field attr attribute
        property prop context ctx param parameter header cookie env environment var variable
        option flag feature node tree child parent list array hash range start end min max first
        last prev previous next current new old any every each some same other by per the this that
        no has with of on in to a an is redis memcached memo store storagekey localstorage
        sessionstorage order filter facet bucket aggregation agg stats metric counter gauge
        topic queue message stream shard table db entity model record document doc type kind class
        enum const constant lang language locale locales string text word name user_id id ids uuid
        kid thumb thumbprint fingerprint pubkey verify verification verifying issue issues project
        jira ticket sequence seq pattern match regex glob modifier function fn delete backspace
        home end up down left right insert page num numpad space f caps lock scroll print key
        signal lock mutex semaphore tag plugin module component i18nkey trans serialization
        wrapped encrypted color colour theme style icon asset image media video audio mac
        recaptcha captcha sitekey vapid ec peer anon anonymous instrumentation recv repo form
        trusted signed imported keyserver n s socket
        """)
    /// Words anywhere in the name that do so.
    static let farKeyNegatives = CredentialWord.set(
        "public cache i18n translation websocket recaptcha publickey gpg pgp foreign search publishable"
    )
    static let negatives = CredentialWord.set("kubernetes k8s pull")
    /// Words that end in `key` and are none.
    static let noKeys = CredentialWord.set(
        """
        monkey turkey hockey whiskey donkey jockey keykey hotkey monkeys passkey lackey pinkey
        smokey disckey jokey
        """)
    /// First words that make a name a function.
    static let verbs = CredentialWord.set(
        """
        get fetch find verify validate check is has generate create hash encrypt decrypt parse
        read load compare match assert expect test reset delete remove revoke forgot refresh
        require needs update change show hide make build compute derive sign
        """)
    /// First words that make it a question, a count or a switch.
    static let questions = CredentialWord.set(
        """
        is has num number max min count total no enable disable use require requires allow show
        hide should can needs missing invalid wrong len length sizeof size
        """)
}
