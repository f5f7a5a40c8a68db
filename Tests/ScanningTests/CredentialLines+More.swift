extension CredentialLines {
    static let moreCode = lines(
        #"""
        + app.py | client = boto3.client('s3', aws_secret_access_key='«⟦b64:40⟧»')
        + app.py | app.config['SECRET_KEY'] = '«⟦b62:24⟧»'
        + app.py | app.secret_key = b'«⟦b62:24⟧»'
        + app.py | redis.StrictRedis(host='h', password='«⟦b62:7⟧4⟦b62:6⟧»')
        + app.py | PASS='«⟦b62:7⟧4⟦b62:6⟧»'
        + app.py | login(username="svc", pwd="«⟦b62:7⟧4⟦b62:6⟧»")
        + app.py | api.authenticate(token='«⟦b62:32⟧»')
        + app.py | db = MySQLdb.connect("localhost","root",passwd="«⟦b62:7⟧4⟦b62:6⟧»")
        + app.py | consumer_secret="«⟦b62:50⟧»"
        + app.rb | ENV["SECRET_TOKEN"] = "«⟦hex:64⟧»"
        + app.rb | secret_token = '«⟦hex:128⟧»'
        + a.php | $db_pass = "«⟦b62:7⟧4⟦b62:6⟧»";
        + a.php | $cfg['Servers'][$i]['password'] = '«⟦b62:7⟧4⟦b62:6⟧»';
        + a.php | 'secret' => '«⟦b62:32⟧»',
        + a.php | mysqli_connect("localhost", "root", $password = "«⟦b62:7⟧4⟦b62:6⟧»");
        + a.php | const API_SECRET = '«⟦b62:32⟧»';
        + A.java | private String clientSecret = "«⟦b62:32⟧»";
        + A.java | .withCredentials(new X().apiKey("«⟦b62:32⟧»"))
        + A.java | config.setSecretKey("«⟦b62:32⟧»");
        + A.java | public static final String TOKEN="«⟦b62:40⟧»";
        + A.java | System.setProperty("javax.net.ssl.keyStorePassword", "«⟦b62:7⟧4⟦b62:6⟧»");
        + a.cs | var token = "«⟦b62:40⟧»";
        + a.cs | [JsonProperty("secret")] public string Secret = "«⟦b62:32⟧»";
        + a.cs | options.ClientSecret = "«⟦b62:34⟧»";
        + a.js | const config = { apiKey: "«⟦b62:32⟧»", db: 1 }
        + a.js | var auth = "«⟦b62:32⟧»"
        + a.js | "Authorization": "«⟦b62:40⟧»"
        + a.js | headers.append('X-API-KEY', '«⟦b62:32⟧»')
        + a.js | new Pusher({ key: '«⟦hex:20⟧»', secret: 'x' })
        + a.ts | export const environment = { production: true, apiToken: '«⟦b62:32⟧»' };
        + a.go | os.Setenv("API_TOKEN", "«⟦b62:32⟧»")
        + a.go | SecretKey:       "«⟦b62:32⟧»",
        + a.go | c := Client{Token: "«⟦b62:32⟧»"}
        + a.yml | api-key: '«⟦b62:32⟧»'
        + a.yml | SECRET_KEY: "«⟦b62:50⟧»"
        + a.yml | - SECRET_KEY=«⟦b62:50⟧»
        + a.yml | access_token: &tok «⟦b62:40⟧»
        + a.yml | token: "«⟦b62:40⟧»" # prod
        + a.yml | args: ["--token=«⟦b62:40⟧»", "x"]
        + a.yml | args: ["--password", "«⟦b62:7⟧4⟦b62:6⟧»"]
        + a.yml | command: redis-server --requirepass «⟦b62:7⟧4⟦b62:6⟧»
        + a.tf | access_key = "«⟦b62:40⟧»"
        + a.tf | token = "«⟦b62:40⟧»"
        + a.json | {"access_token":"«⟦b62:40⟧»","expires_in":3600}
        + a.json | "clientSecret" : "«⟦b62:32⟧»",
        + a.json | "connectionStrings": {"key": "«⟦b64:86⟧==»"}
        + a.json | {\"apiKey\":\"«⟦b62:32⟧»\"}
        + a.xml | <apiKey>«⟦b62:32⟧»</apiKey>
        + a.xml | <add name="ApiKey" value="«⟦b62:32⟧»" />
        + a.xml | <entry key="db.password">«⟦b62:7⟧4⟦b62:6⟧»</entry>
        + a.xml | <parameter><name>password</name><value>«⟦b62:7⟧4⟦b62:6⟧»</value></parameter>
        + a.xml | <password value="«⟦b62:7⟧4⟦b62:6⟧»"/>
        + a.properties | jwt.secret=«⟦b62:40⟧»
        + a.properties | aws.secretKey = «⟦b64:40⟧»
        + a.ini | password = «⟦b62:7⟧4⟦b62:6⟧» ; prod
        + a.sh | export AWS_SECRET=«⟦b64:40⟧»
        + a.sh | TOKEN="«⟦b62:40⟧»"
        + a.sh | --header "X-Api-Key: «⟦b62:32⟧»" \
        + a.sh | curl "https://api.x.io/?key=«⟦b62:39⟧»&q=1"
        + a.sh | echo "password=«⟦b62:7⟧4⟦b62:6⟧»" >> .env
        + a.sh | sshpass -p '«⟦b62:7⟧4⟦b62:6⟧»' ssh x@y
        + a.sh | heroku config:set API_TOKEN=«⟦b62:32⟧»
        + a.sh | kubectl create secret generic a --from-literal=password=«⟦b62:7⟧4⟦b62:6⟧»
        + a.ps1 | $env:API_TOKEN = "«⟦b62:40⟧»"
        + a.ps1 | $cred = @{ Password = '«⟦b62:7⟧4⟦b62:6⟧»' }
        + a.log | DEBUG Authorization header: api-key=«⟦b62:32⟧», took 3ms
        + a.log | {"level":"info","password":"«⟦b62:7⟧4⟦b62:6⟧»","user":"x"}
        + a.txt | user: admin / pass: «⟦b62:7⟧4⟦b62:6⟧»
        + a.txt | API Key: «⟦b62:32⟧»
        + a.txt | Client secret is «⟦b62:32⟧»
        + a.md2 | login with password `«⟦b62:7⟧4⟦b62:6⟧»`
        + Makefile | DEPLOY_TOKEN := «⟦b62:40⟧»
        + Makefile | DEPLOY_TOKEN ?= «⟦b62:40⟧»
        + a.gradle | storePassword "«⟦b62:7⟧4⟦b62:6⟧»"
        + a.gradle | keyPassword = '«⟦b62:7⟧4⟦b62:6⟧»'
        + gradle.properties | signing.password=«⟦b62:7⟧4⟦b62:6⟧»
        + .npmrc | //registry.x.io/:_authToken=«⟦b62:36⟧»
        + .pypirc | password: «⟦b62:24⟧»
        + a.clj | :password "«⟦b62:7⟧4⟦b62:6⟧»"
        + a.ex | config :app, secret_key_base: "«⟦b64:64⟧»"
        + a.hs | apiKey = "«⟦b62:32⟧»"
        + a.lua | local token = '«⟦b62:40⟧»'
        + a.vue | <google-map api-key="«⟦b62:39⟧»" />
        + a.groovy | def password = '«⟦b62:7⟧4⟦b62:6⟧»'
        + a.sol | string private apiKey = "«⟦b62:32⟧»";
        + a.m | static NSString * const kClientSecret = @"«⟦b62:32⟧»";
        + a.plist | <key>clientSecret</key>↵	<string>«⟦b62:32⟧»</string>
        + a.cpp | const QString apiKey = QStringLiteral("«⟦b62:32⟧»");
        + a.ino | const char* password = "«⟦b62:7⟧4⟦b62:6⟧»";
        + a.pl | password => '«⟦b62:7⟧4⟦b62:6⟧»',
        + a.sql | SET PASSWORD FOR 'x'@'y' = PASSWORD('«⟦b62:7⟧4⟦b62:6⟧»');
        + a.sql | CREATE LOGIN app WITH PASSWORD = N'«⟦b62:7⟧4⟦b62:6⟧»';
        + a.sql | GRANT ALL ON *.* TO 'a'@'%' IDENTIFIED BY "«⟦b62:7⟧4⟦b62:6⟧»";
        + a.dart | Authorization: 'Token «⟦hex:40⟧»'
        """#)

    static let moreHarmless = lines(
        #"""
        - a.py | token = "access_token_expired_2024_retry_later"
        - a.py | parser.add_argument("--token", help="API token (default: None)")
        - a.py | parser.add_argument("--password", default=None)
        - a.py | assert response.json()["token"] == expected_token_12
        - a.py | key = "user:{}:profile:v2".format(uid)
        - a.py | key = f"user:{uid}:profile:v2"
        - a.py | PASSWORD_RESET_TIMEOUT = "259200000000000000"
        - a.py | AUTH_USER_MODEL = "accounts.CustomUser2"
        - a.py | auth = HTTPBasicAuth(user, password)
        - a.py | token_type = "urn:ietf:params:oauth:token-type:jwt1"
        - a.py | REDIS_KEY_PREFIX = "celery-task-meta-2"
        - a.py | key="sk-..."
        - a.py | api_key="sk-xxxxxxxxxxxxxxxxxxxxxxxx"
        - a.py | api_key="YOUR-API-KEY-1234"
        - a.py | password = input("Password 1: ")
        - a.py | AUTH_PASSWORD_VALIDATORS = ["django.contrib.auth.password_validation.MinimumLengthValidator"]
        - a.js | const KEY = 'persist:root:v2:settings';
        - a.js | localStorage.getItem('refreshToken2')
        - a.js | token: localStorage.getItem('refreshToken2'),
        - a.js | const secretName = `projects/${id}/secrets/x1`;
        - a.js | import { KeyboardArrowDownIcon1 as key } from '@mui/icons-material2';
        - a.js | <div key={`item-${index}-2`}>
        - a.js | {token: '+', precedence: 12}
        - a.js | "key": "ctrl+shift+alt+k2",
        - a.js | passwordInput: By.css('input[type="password"]'),
        - a.js | password: Yup.string().min(8).required('Required1'),
        - a.js | authToken ? `Bearer ${authToken}` : undefined1
        - a.json | "key": "com.apple.developer.team2-identifier"
        - a.json | "keyVaultId": "/subscriptions/⟦uuid⟧/resourceGroups/x"
        - a.json | "passwordPolicy": "UppercaseLowercaseNumbers12"
        - a.json | "tokens": 123456789012345678
        - a.json | "author": "John Doe2 <john.doe@prod.io>"
        - a.json | "authProvider": "GoogleAuthProvider2023Legacy"
        - a.json | "contentHash": "⟦hex:64⟧"
        - a.json | "license_key": "mit"
        - a.go | const tokenKind = "identifierOrKeywordToken2"
        - a.go | key := fmt.Sprintf("%s/%s/v2", ns, name)
        - a.go | Key: []string{"alpha1", "beta2"},
        - a.go | err := errors.New("invalid token: expected 12 parts")
        - a.java | @JsonProperty("access_token2")
        - a.java | throw new AuthException("Token expired2");
        - a.java | String key = KeyGenerator.getInstance("AES256Key");
        - a.java | private static final String PASSWORD_ATTR = "user.password.attribute2";
        - a.cs | services.AddAuthentication("CookieAuthScheme2");
        - a.cs | Password = configuration["Smtp:Password1"],
        - a.rb | key: "activerecord.errors.messages.record_invalid2",
        - a.rb | belongs_to :user, foreign_key: "owner_user_id2"
        - a.yml | key: ${{ runner.os }}-node-${{ hashFiles('**/package-lock.json') }}
        - a.yml | key: v2-dependencies-{{ checksum "Gemfile.lock" }}
        - a.yml | token: ${{ secrets.GITHUB_TOKEN }}
        - a.yml | password: "{{ lookup('env', 'DB_PASSWORD2') }}"
        - a.yml | keys: [alpha1, beta2]
        - a.yml | secret: my-tls-secret-name-v2
        - a.yml | imagePullSecrets: [{name: registry-credentials-2}]
        - a.yml | token: $CI_JOB_TOKEN_2024_PRODUCTION
        - a.yml | secure: ⟦b64:684⟧
        - a.yml | checksum: ⟦hex:64⟧
        - a.yml | public-key: ⟦b64:43⟧=
        - a.tf | key = "prod/network/terraform-v2.tfstate"
        - a.tf | key_name = "deploy-key-2024-europe"
        - a.tf | secret_id = aws_secretsmanager_secret.db.id
        - a.xml | <PublicKeyToken>b77a5c561934e089</PublicKeyToken>
        - a.xml | <key>CFBundleShortVersionString2</key>
        - a.xml | <string name="password_hint">Enter 8 characters, 1 digit</string>
        - a.sh | PASSWORD=`cat /run/secrets/pw1`
        - a.sh | if [ -z "$API_KEY1" ]; then
        - a.sh | --from-literal=password=$PASSWORD1
        - a.sh | ssh-keygen -t rsa -b 4096 -f deploy_key2
        - a.sh | apt-key adv --keyserver x --recv-keys ⟦HEX:40⟧
        - a.c | #define KEY_LEFTCTRL 0x1d2e3f4a5b6c7d8e
        - a.c | #define TOKEN_STRING "T_STRING_VARNAME_2"
        - a.c | key->length = sizeof(struct key_entry_t2);
        - a.css | .author { content: "x1y2z3x1y2z3x1y2z3"; }
        - a.sql | INSERT INTO keys (key, val) VALUES ('site.theme.color2', 'dark')
        - a.md2 | The token: see section 12 of the manual.
        - a.md2 | Set `API_KEY` to the key from https://console.prod.io/keys2
        - a.txt | Key fingerprint = ⟦HEX:4⟧ ⟦HEX:4⟧ ⟦HEX:4⟧ ⟦HEX:4⟧
        - a.txt | PGP key: ⟦HEX:40⟧
        - a.txt | keyword: ⟦b62:32⟧
        - a.http | Sec-WebSocket-Key: ⟦b64:22⟧==
        - a.http | If-None-Match: "⟦hex:32⟧"
        - a.properties | hibernate.cache.key=⟦b62:32⟧
        - a.properties | label.password=Passwort2
        - a.js | integrity="sha384-⟦b64:64⟧"
        - a.js | sitekey: "6L⟦b62:38⟧"
        - a.js | const cspNonceKey = 'csp-nonce-key-v2-production'
        """#)
}
