/// Labelled lines in the style of real repositories: path, bar, text.
///
/// `+` is found at medium confidence or more, `~` at low, `-` not at all. `↵` stands for a line
/// break, `«…»` marks what is found; placeholders are those of rule files.
enum CredentialLines {
    static let all = code + configuration + harmless + moreCode + moreHarmless

    static let code = lines(
        #"""
        + src/app.js | const ablyKey = "«⟦b62:32⟧»";
        + config.yml | token: «⟦b62:36⟧»
        + src/app.ts | const token = "«⟦b62:40⟧»"
        + conf.json | "key": "«⟦b62:32⟧»",
        + app.py | password = "«⟦b62:7⟧4⟦b62:6⟧»"
        + app.py | PASSWORD: str = '«⟦b62:7⟧4⟦b62:6⟧»'
        + app.py | def connect(host, user="app", password="«⟦b62:7⟧4⟦b62:6⟧»"):
        + app.py | conn = connect(host, passwd='«⟦b62:7⟧4⟦b62:6⟧»', port=1)
        + app.py | if request.form["pw"] == "«⟦b62:7⟧4⟦b62:6⟧»":
        + app.py | os.environ["API_TOKEN"] = "«⟦hex:40⟧»"
        + app.py | SECRET_KEY = os.getenv("SECRET_KEY", "«⟦b62:50⟧»")
        + app.py | api_key = os.environ.get('API_KEY') or '«⟦b62:32⟧»'
        + settings.py | SECRET_KEY = '«⟦b36:16⟧!@7(⟦b36:20⟧=+»'
        + app.py | headers = {"X-Api-Key": "«⟦b62:32⟧»"}
        + app.py | client = Client(api_key="«⟦hex:32⟧»", region="eu")
        + app.py | self.client_secret = SecretStr("«⟦b62:40⟧»")
        + app.py | 'PASSWORD': '«⟦b62:7⟧4⟦b62:6⟧»',
        + app.py | auth = ("deploy", "x"); token = b"«⟦hex:40⟧»"
        + app.rb | config.secret_key_base = "«⟦hex:128⟧»"
        + app.rb | :password => '«⟦b62:7⟧4⟦b62:6⟧»',
        + app.rb | password: ENV.fetch("DB_PASSWORD", "«⟦b62:7⟧4⟦b62:6⟧»")
        + app.rb | ENV['STRIPE_KEY'] ||= "«⟦b62:32⟧»"
        + a.php | define('DB_PASSWORD', '«⟦b62:7⟧4⟦b62:6⟧»');
        + a.php | $config['encryption_key'] = '«⟦b62:32⟧»';
        + a.php | $this->apiSecret = "«⟦b62:32⟧»";
        + a.php | private $token = '«⟦hex:40⟧»';
        + a.php | 'password' => env('DB_PASSWORD', '«⟦b62:7⟧4⟦b62:6⟧»'),
        + A.java | private static final String API_KEY = "«⟦b62:32⟧»";
        + A.java | dataSource.setPassword("«⟦b62:7⟧4⟦b62:6⟧»");
        + A.java | .password("«⟦b62:7⟧4⟦b62:6⟧»")
        + A.java | props.put("mail.smtp.password", "«⟦b62:7⟧4⟦b62:6⟧»");
        + A.java | props.setProperty("password", "«⟦b62:7⟧4⟦b62:6⟧»");
        + A.java | if (password.equals("«⟦b62:7⟧4⟦b62:6⟧»")) {
        + A.java | char[] pw = "«⟦b62:7⟧4⟦b62:6⟧»".toCharArray();
        + A.java | @Value("${jwt.secret:«⟦b62:40⟧»}")
        + A.java | request.addHeader("X-Auth-Token", "«⟦b62:40⟧»");
        + A.kt | val apiKey: String = "«⟦b62:32⟧»"
        + A.kt | buildConfigField("String", "API_KEY", "\"«⟦b62:32⟧»\"")
        + A.kt | val secret = System.getenv("APP_SECRET") ?: "«⟦b62:32⟧»"
        + a.go | var apiToken = "«⟦b62:40⟧»"
        + a.go | Password: "«⟦b62:7⟧4⟦b62:6⟧»",
        + a.go | const clientSecret string = "«⟦b62:32⟧»"
        + a.go | var jwtKey = []byte("«⟦b62:32⟧»")
        + a.go | req.Header.Set("X-Api-Key", "«⟦b62:32⟧»")
        + a.go | password := "«⟦b62:7⟧4⟦b62:6⟧»"
        + a.go | flag.String("token", "«⟦hex:40⟧»", "the token")
        + a.rs | const API_KEY: &str = "«⟦b62:32⟧»";
        + a.rs | static TOKEN: &'static str = "«⟦b62:40⟧»";
        + a.rs | let secret = String::from("«⟦b62:40⟧»");
        + a.rs | password: "«⟦b62:7⟧4⟦b62:6⟧»".to_string(),
        + a.swift | let apiKey = "«⟦b62:32⟧»"
        + a.swift | static let clientSecret: String? = "«⟦b62:32⟧»"
        + a.m | NSString *const kApiKey = @"«⟦b62:32⟧»";
        + a.cs | public string Password { get; set; } = "«⟦b62:7⟧4⟦b62:6⟧»";
        + a.cs | private const string ApiKey = "«⟦b62:32⟧»";
        + a.cs | Password = @"«⟦b62:7⟧4⟦b62:6⟧»",
        + a.cs | new Credential { Secret = "«⟦b62:32⟧»" }
        + a.c | #define WIFI_PASSWORD "«⟦b62:7⟧4⟦b62:6⟧»"
        + a.c | static const char password[] = "«⟦b62:7⟧4⟦b62:6⟧»";
        + a.c | const char *api_token = "«⟦hex:40⟧»";
        + a.c | if (strcmp(password, "«⟦b62:7⟧4⟦b62:6⟧»") == 0)
        + a.cpp | std::string secretKey{"«⟦b62:32⟧»"};
        + a.js | app.use(session({ secret: '«⟦b62:32⟧»' }))
        + a.js | const secret = process.env.JWT_SECRET || '«⟦b62:32⟧»';
        + a.js | jwt.sign(payload, "x"); const apiKey=`«⟦b62:32⟧»`
        + a.js | fetch(url, { headers: { 'x-api-key': '«⟦b62:32⟧»' } })
        + a.js | fetch("https://api.prod.io/v1?access_token=«⟦b62:40⟧»&x=1")
        + a.js | axios.get(`https://api.prod.io/v1?api_key=«⟦hex:32⟧»`)
        + a.js | localStorage.setItem("token", "«⟦b62:40⟧»")
        + a.ts | private readonly apiKey: string = '«⟦b62:32⟧»';
        + a.ts | password?: string = "«⟦b62:7⟧4⟦b62:6⟧»"
        + a.dart | static const String apiKey = '«⟦b62:32⟧»';
        + a.lua | password = [["x"]]; token = "«⟦hex:40⟧»"
        + a.pl | my $password = '«⟦b62:7⟧4⟦b62:6⟧»';
        + a.ex | secret_key_base: "«⟦b64:64⟧»",
        + a.scala | val password = "«⟦b62:7⟧4⟦b62:6⟧»"
        + a.r | api_key <- "«⟦b62:32⟧»"
        + a.ps1 | $Password = "«⟦b62:7⟧4⟦b62:6⟧»"
        + a.ps1 | Connect-Thing -User svc -Password «⟦b62:7⟧4⟦b62:6⟧»
        + a.ps1 | Connect-Thing -ApiKey "«⟦b62:32⟧»"
        + a.sh | export API_TOKEN=«⟦b62:40⟧»
        + a.sh | PGPASSWORD=«⟦b62:7⟧4⟦b62:6⟧» psql -h db
        + a.sh | mycli --password «⟦b62:7⟧4⟦b62:6⟧» --user x
        + a.sh | mycli --password=«⟦b62:7⟧4⟦b62:6⟧» --user x
        + a.sh | docker run -e DB_PASSWORD=«⟦b62:7⟧4⟦b62:6⟧» image
        + a.sh | curl -H "PRIVATE-TOKEN: «⟦b62:20⟧»" https://git.prod.io
        + a.sh | curl -d 'client_secret=«⟦b62:40⟧»&grant_type=x' https://a.prod.io
        + a.sh | : "${API_TOKEN:=«⟦b62:40⟧»}"
        + a.sh | TOKEN=${TOKEN:-«⟦b62:40⟧»}
        + a.bat | set DB_PASSWORD=«⟦b62:7⟧4⟦b62:6⟧»
        """#)

    static let configuration = lines(
        #"""
        + a.bat | setx API_TOKEN «⟦b62:40⟧»
        + Dockerfile | ENV DB_PASSWORD «⟦b62:7⟧4⟦b62:6⟧»
        + Dockerfile | ENV A=1 API_TOKEN=«⟦b62:40⟧»
        + Dockerfile | ARG NPM_TOKEN=«⟦b62:36⟧»
        + docker-compose.yml | POSTGRES_PASSWORD: «⟦b62:7⟧4⟦b62:6⟧»
        + docker-compose.yml | - POSTGRES_PASSWORD=«⟦b62:7⟧4⟦b62:6⟧»
        + docker-compose.yml | - "MINIO_SECRET_KEY=«⟦b62:40⟧»"
        + .env | APP_KEY=«base64:⟦b64:43⟧=»
        + .env | STRIPE_KEY='«⟦b62:32⟧»'
        + .env | DB_PASSWORD="«⟦b62:7⟧4⟦b62:6⟧»"
        + .env | MAIL_PASSWORD=«⟦b62:7⟧;4#⟦b62:6⟧»
        + app.properties | spring.datasource.password=«⟦b62:7⟧4⟦b62:6⟧»
        + app.properties | spring.security.oauth2.client.registration.x.client-secret=«⟦b62:40⟧»
        + application.yml | client-secret: «⟦b62:40⟧»
        + application.yml | password: ${DB_PASSWORD:«⟦b62:7⟧4⟦b62:6⟧»}
        + group_vars/all.yml | mysql_root_password: "«⟦b62:7⟧4⟦b62:6⟧»"
        + group_vars/all.yml | vault_token: «⟦b62:28⟧»
        + terraform.tfvars | db_password = "«⟦b62:7⟧4⟦b62:6⟧»"
        + main.tf | master_password = "«⟦b62:7⟧4⟦b62:6⟧»"
        + terraform.tfstate | "password": "«⟦b62:7⟧4⟦b62:6⟧»",
        + .github/workflows/ci.yml | API_TOKEN: «⟦b62:40⟧»
        + k8s.yaml | {name: DB_PASSWORD, value: "«⟦b62:7⟧4⟦b62:6⟧»"}
        + secret.yaml | password: «⟦b64of:⟨b62:14⟩⟧»
        + collection.json | {"key": "X-Api-Key", "value": "«⟦b62:32⟧»", "type": "text"}
        + a.har | {"name": "X-Auth-Token", "value": "«⟦b62:40⟧»"}
        + web.config | <add key="SmtpPassword" value="«⟦b62:7⟧4⟦b62:6⟧»" />
        + app.xml | <password>«⟦b62:7⟧4⟦b62:6⟧»</password>
        + app.xml | <property name="hibernate.connection.password">«⟦b62:7⟧4⟦b62:6⟧»</property>
        + app.xml | <property name="password" value="«⟦b62:7⟧4⟦b62:6⟧»"/>
        + app.xml | <user name="x" password="«⟦b62:7⟧4⟦b62:6⟧»"/>
        + app.xml | <bean:clientSecret encrypted="false">«⟦b62:32⟧»</bean:clientSecret>
        + settings.xml | <password>«⟦b62:7⟧4⟦b62:6⟧»</password>
        + nuget.config | <add key="ClearTextPassword" value="«⟦b62:7⟧4⟦b62:6⟧»" />
        + strings2.xml | <string name="api_key">«⟦b62:32⟧»</string>
        + Info.plist | <key>ApiKey</key><string>«⟦b62:32⟧»</string>
        + a.ini | smtp_pass = «⟦b62:7⟧4⟦b62:6⟧»
        + redis.conf | requirepass «⟦b62:7⟧4⟦b62:6⟧»
        + a.toml | api_token = "«⟦b62:40⟧»"
        + .s3cfg | secret_key = «⟦b64:40⟧»
        + .my.cnf | password=«⟦b62:7⟧4⟦b62:6⟧»
        + a.sql | CREATE USER app IDENTIFIED BY '«⟦b62:7⟧4⟦b62:6⟧»';
        + a.sql | ALTER ROLE app WITH PASSWORD '«⟦b62:7⟧4⟦b62:6⟧»';
        + notes.txt | The default password is «⟦b62:7⟧4⟦b62:6⟧».
        + notes.txt | wifi password: «⟦b62:7⟧4⟦b62:6⟧»
        + a.log | 2024-01-01 INFO login with token=«⟦b62:40⟧» ok
        + a.ipynb | "api_key = \"«⟦b62:32⟧»\"\n",
        + .bash_history | export GITLAB_TOKEN=«⟦b62:20⟧»
        + a.conf | proxy_set_header X-Api-Key "«⟦b62:32⟧»";
        + a.conf | fastcgi_param DB_PASSWORD «⟦b62:7⟧4⟦b62:6⟧»;
        + .netrc | password «⟦b62:7⟧4⟦b62:6⟧»
        + a.html2 | token=«⟦hex:40⟧»;
        ~ src/app.py | password = "«Summer2024!»"
        ~ src/app.py | admin_password = "«hunter2»"
        ~ docker-compose.yml | POSTGRES_PASSWORD: «postgres»
        ~ .env | DB_PASSWORD=«petclinic7»
        ~ tests/test_a.py | password = "«⟦b62:7⟧4⟦b62:6⟧»"
        ~ docs/a.md | token: "«⟦b62:40⟧»"
        ~ src/app.py | if password == "«letmein1»":
        ~ src/a.js | const key = "«⟦hex:40⟧»"
        ~ a.sql | CREATE USER x IDENTIFIED BY '«tiger12»';
        + k8s.yaml | env:↵  - name: DB_PASSWORD↵    value: "«⟦b62:7⟧4⟦b62:6⟧»"
        + k8s.yaml | env:↵  - name: API_TOKEN↵    value: «⟦b62:40⟧»
        + k8s.yaml | - name: "S3_SECRET_KEY"↵  value: '«⟦b62:40⟧»'
        + k8s.yaml | - value: "«⟦b62:40⟧»"↵  name: API_TOKEN
        + collection.json | {↵  "key": "X-Api-Key",↵  "value": "«⟦b62:32⟧»",↵  "type": "text"↵}
        + collection.json | {↵  "key": "token",↵  "type": "string",↵  "value": "«⟦b62:40⟧»"↵}
        + a.har | {↵  "name": "X-Auth-Token",↵  "value": "«⟦b62:40⟧»"↵}
        + web.config | <setting name="ApiSecret" serializeAs="String">↵  <value>«⟦b62:40⟧»</value>
        + a.plist | <key>apiToken</key>↵<string>«⟦b62:40⟧»</string>
        + jenkins.xml | <hudson.Prop>↵ <name>SECRET_KEY</name>↵ <value>«⟦b62:40⟧»</value>
        + core-site.xml | <name>fs.s3a.secret.key</name>↵ <value>«⟦b62:40⟧»</value>
        + core-site.xml | <property><name>fs.s3a.secret.key</name><value>«⟦b62:40⟧»</value></property>
        + unattend.xml | <AdministratorPassword>↵  <Value>«⟦b62:7⟧4⟦b62:6⟧»</Value>
        + unattend.xml | <Password><Value>«⟦b62:7⟧4⟦b62:6⟧»</Value></Password>
        + cassette.yml | headers:↵  X-Api-Key:↵  - «⟦b62:32⟧»
        + cassette.yml | headers:↵  X-Api-Key:↵    - "«⟦b62:32⟧»"
        + app.py | API_TOKEN = (↵    "«⟦b62:40⟧»"↵)
        + app.py | API_TOKEN = \↵    "«⟦b62:40⟧»"
        + app.js | const token =↵  '«⟦b62:40⟧»';
        + a.json | "tokens": [↵  "«⟦b62:40⟧»"↵]
        + a.yml | api_token: >-↵  «⟦b62:40⟧»
        + a.yml | api_token: |↵  «⟦b62:40⟧»
        + a.xml | <password>↵  «⟦b62:7⟧4⟦b62:6⟧»↵</password>
        + sitemanager.xml | <Pass>«⟦b62:7⟧4⟦b62:6⟧»</Pass>
        + variables.tf | variable "db_password" {↵  default = "«⟦b62:7⟧4⟦b62:6⟧»"↵}
        + wp-config.php | define( 'DB_PASSWORD', '«⟦b62:7⟧4⟦b62:6⟧»' );
        + a.ps1 | $c = New-Object System.Net.NetworkCredential("svc", "«⟦b62:7⟧4⟦b62:6⟧»")
        + a.ps1 | ConvertTo-SecureString "«⟦b62:7⟧4⟦b62:6⟧»" -AsPlainText -Force
        + deploy/db_password.txt | «⟦b62:7⟧4⟦b62:6⟧»
        + config/master.key | «⟦hex:32⟧»
        + a.yml | - name: token↵  description: x↵  value: «⟦hex:40⟧»
        """#)

    static let harmless = lines(
        #"""
        - src/app.py | password = get_password("⟦b62:14⟧")
        - src/app.py | password_field = "⟦b62:14⟧"
        - src/app.py | token_url = "⟦b62:40⟧"
        - src/app.py | secret_name = "⟦b62:40⟧"
        - src/app.py | max_tokens = "4096000000000000"
        - src/app.py | cache_key = "⟦b62:32⟧"
        - src/app.js | sortKey: "⟦b62:32⟧",
        - src/app.js | <Item i18nKey="⟦b62:32⟧" />
        - src/app.py | primary_key = "⟦b62:32⟧"
        - src/app.cs | PublicKeyToken="b77a5c561934e089"
        - src/app.py | public_key = "⟦b64:43⟧="
        - src/app.py | csrf_token = "⟦b62:40⟧"
        - src/app.py | aws_key_id = "⟦b62:32⟧"
        - src/app.js | integrity: "sha512-⟦b64:86⟧=="
        - a.http | Sec-WebSocket-Key: ⟦b64:22⟧==
        - a.http | Sec-WebSocket-Accept: ⟦b64:27⟧=
        - a.http | ETag: "⟦hex:32⟧"
        - src/app.py | password = os.environ["DB_PASSWORD"]
        - src/app.js | const token = req.headers["x-access-token"];
        - src/app.js | token: user.tokens.accessToken.value,
        - src/app.js | password: this.state.password,
        - src/app.ts | password: string;
        - src/app.ts | token: Promise<string | undefined>;
        - src/app.go | Token string `json:"access_token"`
        - src/app.go | if key == "ArrowLeftAndRightControl" {
        - src/app.java | private String password;
        - src/app.java | map.get("password");
        - a.yml | password: ${DB_PASSWORD}
        - a.yml | password: "{{ vault_db_password }}"
        - a.yml | password: !vault |
        - a.yml | passwordSecretRef: my-app-credentials-1
        - a.yml | secretKeyRef: {name: db-credentials, key: password}
        - a.yml | secretName: web-tls-secret-2024
        - a.yml | existingSecret: "release-postgresql-credentials"
        - a.yml | password: changeme
        - a.yml | password: <your-password>
        - a.yml | token: xxxxxxxxxxxxxxxxxxxxxxxxxxxx
        - a.yml | api_key: YOUR_API_KEY_GOES_HERE_123
        - a.yml | api_key: "%(api_key)s"
        - a.yml | token: ENC[AES256_GCM,data:⟦b64:24⟧,iv:⟦b64:24⟧]
        - a.yml | password: $2b$12$⟦b62:53⟧
        - a.yml | password: Y2hhbmdlbWU=
        - a.yml | token: op://vault/item/⟦b62:26⟧
        - a.yml | secret: arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-⟦b62:6⟧
        - a.yml | token: projects/acme/secrets/app-token/versions/12
        - a.yml | password: /run/secrets/db_password_1
        - a.yml | keyFile: /etc/ssl/private/server-2024.key
        - .env | API_KEY=
        - .env | API_TOKEN=$OTHER_TOKEN_123456789
        - .env | SECRET_KEY_FILE=/run/secrets/secret_key_1
        - .env | TOKEN_TTL=31536000000000000
        - a.tf | password = random_password.db.result
        - a.tf | token = data.vault_generic_secret.app.data["token"]
        - a.tf | kms_key_id = "⟦uuid⟧"
        - a.json | "key": "navigation.settings.account2.title"
        - a.json | "passwordLabel": "Password must have 8 characters and 1 digit"
        - a.json | "password": "Passwort"
        - a.json | "token_endpoint": "https://login.prod.io/oauth2/v2.0/token"
        - a.json | "secretsManagerArn": "⟦b62:32⟧"
        - a.json | "tokenType": "urn:ietf:params:oauth:token-type:jwt2"
        - a.html | <input type="password" name="password" placeholder="Password1">
        - a.html | <label for="password">Password</label>
        - a.c | int key = hash_function_lookup_table_entry_12;
        - a.c | strcpy(key, "configuration_directory_2");
        - a.py | raise ValueError("token expired at 2024-01-02T00:00:00")
        - a.py | print("password:", password)
        - a.py | token = tokenizer.next_token()
        - a.py | keys = ["alpha", "beta"]
        - a.py | key=lambda x: x[1]
        - a.py | KEY_WORDS = "select from where group2by order3"
        - a.rb | validates :password, length: { minimum: 8 }
        - a.php | $password = password_hash($plain1, PASSWORD_BCRYPT);
        - a.sh | PASSWORD=$(openssl rand -base64 32)
        - a.sh | read -s -p "Password: " PASSWORD1
        - a.sh | gpg --recv-keys ⟦HEX:16⟧
        - a.sh | mycli --token-file /etc/token1
        - a.sh | mycli --password "$DB_PASSWORD"
        - a.md | | `password` | The password of the user1 | `""` |
        - a.xml | <password>${db.password}</password>
        - a.xml | <key>CFBundleIdentifier1234567890</key>
        - a.xml | <xs:key name="PK_Orders2ProductsAndCustomers">
        - a.sql | CREATE TABLE users (password VARCHAR(255), token CHAR(40));
        - a.sql | SELECT token FROM sessions2 WHERE key = 'x1'
        - a.css | .token.keyword { color: #07a1f2c3; }
        - a.js | { key: 'ArrowUp', code: 'KeyboardEvent1234567' }
        - a.js | const KEY = Symbol.for('react.memo_cache_sentinel2')
        - a.js | authority: "https://login.microsoftonline.com/common9"
        - a.js | author: "⟦b62:20⟧"
        - a.js | keyboard: "⟦b62:32⟧"
        - a.js | passive: "⟦b62:32⟧"
        - a.js | bypass = "⟦b62:32⟧"
        - a.js | monkey = "⟦b62:32⟧"
        - a.lock | "passport@npm:^0.6.0":
        - a.txt | Keys: 0123456789abcdef0123456789abcdef
        - a.txt | the token is required for authentication.
        - a.txt | Enter the secret key below, then press OK1.
        - a.js | itemKey: "⟦uuid⟧"
        - a.js | const translationKey = "⟦b62:32⟧"
        - k8s.yaml | - name: CACHE_KEY↵  value: "⟦b62:32⟧"
        - k8s.yaml | - name: DB_PASSWORD↵  valueFrom:↵    secretKeyRef: {name: a, key: b}
        - k8s.yaml | - name: TOKEN_URL↵  value: https://prod.io/oauth2/token1
        - k8s.yaml | - name: DB_PASSWORD↵- name: BUILD_HASH↵  value: "⟦hex:40⟧"
        - k8s.yaml | - name: DB_PASSWORD↵  value: $(OTHER_1)
        - a.yml | secrets:↵  - my-secret-name-1
        - a.yml | tokens:↵  access: x↵  value: ⟦b62:40⟧
        - a.yml | key:↵  name: value1
        - a.py | password = (↵    get_it("a1")↵)
        - a.plist | <key>CFBundleName</key>↵<string>⟦b62:40⟧</string>
        - a.plist | <key>publicKey</key>↵<string>⟦b62:40⟧</string>
        - VERSION | ⟦hex:40⟧
        - src/token.py | ⟦lower:12⟧
        """#)

    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init)
    }
}
