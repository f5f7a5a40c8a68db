import Documents
import Testing

struct DocumentSubjectsTests {
    /// A file, and of each subject `platform type name` with the source of its header.
    struct Case: CustomTestStringConvertible {
        let path: String
        let text: String
        let subjects: [String]
        /// The outline of the last subject's body, where it is of interest.
        let body: String?

        init(_ path: String, _ text: String, _ subjects: [String], body: String? = nil) {
            self.path = path
            self.text = text
            self.subjects = subjects
            self.body = body
        }

        var testDescription: String { "\(path): \(text)" }
    }

    static func document(_ sample: Case) -> Document {
        let isJSON = sample.path.hasSuffix(".json")
        return read(sample.text) { bytes, limits in
            if sample.path.hasSuffix(".bicep") { return BicepReader.read(bytes, limits: limits) }
            if [".tf", ".hcl", ".tfvars"].contains(where: sample.path.hasSuffix) {
                return HCLReader.read(bytes, limits: limits)
            }
            // What these cases have of JSON is YAML as well.
            let tree = YAMLReader.read(bytes, limits: limits)
            let isProperties = sample.path.hasSuffix(".properties")
            return Document(
                format: isJSON ? .json : isProperties ? .properties : .yaml, roots: tree.roots,
                faults: tree.faults)
        }
    }

    static let terraform: [Case] = [
        Case(
            "main.tf", "resource \"aws_x\" \"b\" {\n  acl = 1\n}",
            ["terraform aws_x b @resource \"aws_x\" \"b\"@"], body: "{acl: 1}"),
        Case(
            "any.txt.hcl", "data \"aws_x\" \"b\" {}\nprovider \"aws\" { region = \"r\" }",
            [
                "terraform data.aws_x b @data \"aws_x\" \"b\"@",
                "terraform provider.aws aws @provider \"aws\"@",
            ], body: "{region: \"r\"}"),
        Case(
            "m.tf",
            "module \"m\" {}\nvariable \"v\" {}\noutput \"o\" { value = 1 }\nlocals { a = 1 }",
            [
                "terraform module m @module \"m\"@", "terraform variable v @variable \"v\"@",
                "terraform output o @output \"o\"@", "terraform locals  @locals@",
            ]),
        Case(
            "t.tf", "terraform {\n backend \"s3\" {\n encrypt = false\n }\n}",
            ["terraform terraform  @terraform@", "terraform backend.s3 s3 @backend \"s3\"@"],
            body: "{encrypt: false}"),
        Case("prod.tfvars", "a = 1", ["tfvars   @a@"], body: "{a: 1}"),
        Case(
            "v.tf", "variable \"v\" { default = \"d\" }\nresource \"x\" \"y\" { a = var.v }",
            ["terraform variable v @variable \"v\"@", "terraform x y @resource \"x\" \"y\"@"],
            body: "{a: !resolved \"d\"@var.v@}"),
        Case("j.hcl", "job \"w\" { type = \"batch\" }", ["nomad   @job \"w\"@"]),
        Case("v.hcl", "listener \"tcp\" { tls_disable = 1 }", ["vault   @listener \"tcp\"@"]),
        Case("c.hcl", "datacenter = \"d\"", ["consul   @datacenter@"]),
        Case("x.hcl", "anything = 1", ["hcl   @anything@"]),
        Case(
            "p.pkr.hcl", "source \"ebs\" \"s\" { a = 1 }\nbuild { b = 2 }",
            ["packer   @source \"ebs\" \"s\"@", "packer ebs s @source \"ebs\" \"s\"@"]),
        Case(
            "main.tf.json",
            "{\"variable\": {\"v\": {\"default\": \"d\"}}, \"resource\": {\"aws_x\": {\"b\": "
                + "[{\"a\": \"${var.v}\", \"c\": [{\"d\": null}], \"e\": \"${x.y}\"}]}}}",
            ["terraform variable v @\"v\"@", "terraform aws_x b @\"b\"@"],
            body: "{a: !resolved \"d\"@\"${var.v}\"@, c: {}, e: <${x.y}>@\"${x.y}\"@}"),
        Case(
            "plan.json",
            "{\"format_version\": \"1.2\", \"planned_values\": {\"root_module\": {\"resources\": ["
                + "{\"address\": \"aws_x.b\", \"mode\": \"managed\", \"type\": \"aws_x\", \"name\": "
                + "\"b\", \"values\": {\"a\": true, \"n\": null, \"s\": [], \"k\": [{\"z\": 1}]}}]}}, "
                + "\"resource_changes\": [{\"address\": \"aws_x.b\", \"type\": \"aws_x\", \"name\": "
                + "\"b\", \"change\": {\"after\": {\"a\": true}, \"after_unknown\": "
                + "{\"arn\": true}}}]}",
            ["terraform aws_x b @\"address\": \"aws_x.b\"@"],
            body: "{a: true, k: {z: 1}, arn: <unknown>@true@}"),
        Case(
            "plan2.json",
            "{\"format_version\": \"1\", \"resource_changes\": [{\"address\": \"a.b\", \"type\": "
                + "\"a\", \"name\": \"b\", \"change\": {\"after\": {\"c\": 1}}}, {\"address\": "
                + "\"a.c\", \"type\": \"a\", \"name\": \"c\", \"change\": {\"after\": null}}]}",
            ["terraform a b @\"address\": \"a.b\"@"], body: "{c: 1}"),
        Case(
            "terraform.tfstate.json",
            "{\"terraform_version\": \"1.5\", \"serial\": 3, \"resources\": [{\"mode\": \"data\", "
                + "\"type\": \"aws_x\", \"name\": \"b\", \"instances\": [{\"attributes\": "
                + "{\"p\": \"q\"}}]}]}",
            ["terraform data.aws_x b @\"type\": \"aws_x\"@"], body: "{p: \"q\"}"),
        Case(
            "show.json",
            "{\"values\": {\"root_module\": {\"child_modules\": [{\"resources\": [{\"type\": \"t\", "
                + "\"name\": \"n\", \"values\": {\"a\": 1}}]}]}}}",
            ["terraform t n @\"type\": \"t\"@"], body: "{a: 1}"),
    ]

    static let cloud: [Case] = [
        Case(
            "t.yaml",
            "AWSTemplateFormatVersion: x\nParameters:\n  P:\n    Type: String\n    Default: d\n"
                + "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      A: !Ref P\n"
                + "      C: !Sub plain\n      D: !GetAtt X.Arn\n      E: !If [a, b, c]\n"
                + "      F: !Sub '${P}-${AWS::Region}'\n      G: !Sub 'x-${P}'\n",
            ["cloudformation Parameter P @P@", "cloudformation AWS::S3::Bucket B @B@"],
            body: "{A: !resolved d@P@, C: \"plain\"@plain@, D: <${X.Arn}>@X.Arn@, "
                + "E: <Fn::If>@[a, b, c]@, F: <d-${AWS::Region}>@'${P}-${AWS::Region}'@, "
                + "G: !resolved \"x-d\"@'x-${P}'@}"),
        Case(
            "t.json",
            "{\"Resources\": {\"B\": {\"Type\": \"AWS::X::Y\", \"Properties\": {\"A\": {\"Ref\": "
                + "\"R\"}, \"J\": {\"Fn::Join\": [\"-\", [\"a\", \"b\"]]}}}}}",
            ["cloudformation AWS::X::Y B @\"B\"@"],
            body: "{A: <${R}>@{\"Ref\": \"R\"}@, "
                + "J: !resolved \"a-b\"@{\"Fn::Join\": [\"-\", [\"a\", \"b\"]]}@}"),
        Case(
            "sam.yaml",
            "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      A: 1\n"
                + "Globals:\n  Function:\n    Tracing: Active\n    A: 2\n",
            [
                "cloudformation Globals.Function Function @Function@",
                "cloudformation AWS::Serverless::Function F @F@",
            ], body: "{A: 1, Tracing: Active}"),
        Case(
            "none.yaml", "Resources:\n  F:\n    Type: AWS::A::B\n",
            ["cloudformation AWS::A::B F @F@"], body: "{}"),
        Case(
            "secret.yaml",
            "Resources:\n  F:\n    Type: AWS::A::B\n    Properties:\n"
                + "      P: '{{resolve:secretsmanager:x}}'\n",
            ["cloudformation AWS::A::B F @F@"],
            body: "{P: <{{resolve:secretsmanager:x}}>@'{{resolve:secretsmanager:x}}'@}"),
        Case(
            "arm.json",
            "{\"$schema\": \"https://x/deploymentTemplate.json#\", \"parameters\": {\"p\": "
                + "{\"type\": \"string\", \"defaultValue\": \"TLS1_0\"}}, \"resources\": [{\"type\": "
                + "\"M.S/accounts\", \"name\": \"n\", \"properties\": {\"v\": \"[parameters('p')]\", "
                + "\"w\": \"[concat('a')]\", \"x\": \"[[b]\"}, \"resources\": [{\"type\": \"kids\", "
                + "\"name\": \"k\"}]}]}",
            [
                "arm parameter p @\"p\"@", "arm M.S/accounts n @\"type\": \"M.S/accounts\"@",
                "arm M.S/accounts/kids k @\"type\": \"kids\"@",
            ], body: "{type: \"kids\", name: \"k\"}"),
        Case(
            "nested.json",
            "{\"contentVersion\": \"1.0.0.0\", \"resources\": [{\"type\": \"M.R/deployments\", "
                + "\"name\": \"d\", \"properties\": {\"template\": {\"resources\": [{\"type\": "
                + "\"M.S/a\", \"name\": \"i\", \"properties\": {\"v\": \"[variables('z')]\"}}], "
                + "\"variables\": {\"z\": true}}}}]}",
            [
                "arm M.R/deployments d @\"type\": \"M.R/deployments\"@",
                "arm M.S/a i @\"type\": \"M.S/a\"@",
            ],
            body: "{type: \"M.S/a\", name: \"i\", properties: {v: !resolved true"
                + "@\"[variables('z')]\"@}}"),
        Case(
            "main.bicep",
            "param tls string = 'TLS1_0'\nvar v = tls\nresource s 'M.S/a@2021-01-01' = {\n"
                + "  name: 'n'\n  properties: {\n    min: tls\n    w: v\n  }\n}\n",
            ["arm parameter tls @param tls@", "arm M.S/a s @resource s 'M.S/a@2021-01-01'@"],
            body: "{type@'M.S/a@2021-01-01'@: \"M.S/a\"@'M.S/a@2021-01-01'@, "
                + "apiVersion@'M.S/a@2021-01-01'@: \"2021-01-01\"@'M.S/a@2021-01-01'@, "
                + "name: \"n\", properties: {min: !resolved \"TLS1_0\"@tls@, "
                + "w: !resolved \"TLS1_0\"@v@}}"),
        Case(
            "nested.bicep",
            "resource s 'M.S/a@1' = if (x) {\n  resource k 'kids' = {\n    name: 'k'\n  }\n}\n"
                + "resource e 'M.S/e@1' existing = {\n  name: 'e'\n}\nmodule m './m.bicep' = {\n"
                + "  name: 'm'\n}\n",
            [
                "arm M.S/a s @resource s 'M.S/a@1'@", "arm M.S/a/kids k @resource k 'kids'@",
                "arm module m @module m './m.bicep'@",
            ], body: "{name: \"m\"}"),
        Case(
            "loop.bicep",
            "@secure()\nparam pw string\nresource r 'M.S/a@1' = [for x in xs: {\n"
                + "  name: 'n-${x}'\n  list: [\n    'a'\n    'b'\n  ]\n}]\noutput o string = r.id\n",
            [
                "arm parameter pw @param pw@", "arm M.S/a r @resource r 'M.S/a@1'@",
                "arm output o @output o@",
            ], body: "{type@string@: string, value@o@: <r.id>}"),
    ]

    static let cluster: [Case] = [
        Case(
            "k.yaml",
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n"
                + "    spec:\n      containers:\n      - name: c\n        image: i\n",
            [
                "kubernetes Deployment web @kind: Deployment@", "kubernetes PodSpec web @spec@",
                "kubernetes Container c @name: c@",
            ], body: "{name: c, image: i}"),
        Case(
            "cron.yaml",
            "apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n"
                + "      template:\n        spec:\n          initContainers: []\n",
            ["kubernetes CronJob  @kind: CronJob@", "kubernetes PodSpec  @spec@"],
            body: "{initContainers: []}"),
        Case(
            "pod.yaml",
            "kind: Pod\napiVersion: v1\nspec:\n  initContainers:\n  - image: a\n  containers:\n"
                + "  - image: b\n    env:\n    - name: X\n      value: $(Y)\n",
            [
                "kubernetes Pod  @kind: Pod@", "kubernetes PodSpec  @spec@",
                "kubernetes Container  @image@", "kubernetes Container  @image@",
            ], body: "{image: b, env: [{name: X, value: <$(Y)>}]}"),
        Case(
            "list.yaml",
            "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n"
                + "- apiVersion: v1\n  kind: Service\n",
            ["kubernetes Secret  @kind: Secret@", "kubernetes Service  @kind: Service@"]),
        Case(
            "several.yaml", "apiVersion: v1\nkind: A\n---\napiVersion: v1\nkind: B\n",
            ["kubernetes A  @kind: A@", "kubernetes B  @kind: B@"]),
        Case(
            "map.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  nginx.conf: |\n    a b;\n",
            [
                "kubernetes ConfigMap  @kind: ConfigMap@",
                "kubernetes ConfigMapEntry nginx.conf "
                    + "@nginx.conf@",
            ]),
        Case(
            "config", "apiVersion: v1\nkind: Config\nclusters: []\n", ["kubeconfig   @apiVersion@"]),
        Case(
            "values.yaml", "tls:\n  enabled: false\n", ["helm-values   @tls@"],
            body: "{tls: {enabled: false}}"),
    ]

    static let pipelines: [Case] = [
        Case(
            "docker-compose.yml",
            "services:\n  db:\n    image: x\n    environment:\n      P: ${Q}\n"
                + "      R: ${S:-t}\n",
            ["compose file  @services@", "compose service db @db@"],
            body: "{image: x, environment: {P: <${Q}>, R: !resolved \"t\"@${S:-t}@}}"),
        Case(
            ".github/workflows/w.yml",
            "name: CI\non: push\njobs:\n  a:\n    steps:\n    - name: s\n      run: curl ${{ x }}\n"
                + "      with: ${{ y }}\n",
            [
                "github-actions workflow CI @name@", "github-actions job a @a@",
                "github-actions step s @name@",
            ], body: "{name: s, run: curl ${{ x }}, with: <${{ y }}>}"),
        Case(
            "action.yml", "name: n\nruns:\n  using: composite\n  steps:\n  - run: x\n",
            ["github-actions action n @name@", "github-actions step  @run@"]),
        Case(
            ".gitlab-ci.yml", "variables:\n  A: b\nbuild:\n  script: [make]\n",
            ["gitlab-ci pipeline  @variables@", "gitlab-ci job build @build@"]),
        Case(
            "ci.yml", "stages: [a]\njob:\n  stage: a\n  script: [x]\n",
            ["gitlab-ci pipeline  @stages@", "gitlab-ci job job @job@"]),
        Case(
            "azure-pipelines.yml", "trigger: none\nsteps:\n- script: x\n",
            ["azure-pipelines   @trigger@"]),
        Case(
            ".circleci/config.yml", "version: 2.1\njobs: {}\n", ["circleci   @version@"]),
        Case(
            "bitbucket-pipelines.yml", "pipelines:\n  default: []\n", ["bitbucket   @pipelines@"]),
        Case(".drone.yml", "kind: pipeline\nsteps: []\n", ["drone   @kind@"]),
        Case(".travis.yml", "language: go\n", ["travis   @language@"]),
        Case(
            "site.yml",
            "- hosts: all\n  tasks:\n  - name: t\n    uri:\n      url: '{{ u }}'\n  - block:\n"
                + "    - name: in\n      get_url: {validate_certs: false}\n",
            [
                "ansible play  @hosts@", "ansible task t @name@", "ansible task  @block@",
                "ansible task in @name@",
            ], body: "{name: in, get_url: {validate_certs: false}}"),
        Case(
            "roles/r/tasks/main.yml", "- name: a\n  custom: {}\n", ["ansible task a @name@"]),
        Case("x.yml", "- name: a\n  apt: name=x\n", ["ansible task a @name@"]),
        Case(
            "application.yml", "server.ssl:\n  enabled: true\nserver:\n  ssl.ciphers: x\n",
            ["spring   @server.ssl@"],
            body: "{server@server.ssl@: {ssl@enabled@: {enabled: true, ciphers@ssl.ciphers@: x}}}"),
        Case(
            "any.properties", "spring.datasource.password: ${P:dev}\nspring.x: ${Y}\n",
            ["spring   @spring.datasource.password@"],
            body: "{spring@spring.datasource.password@: {datasource@spring.datasource.password@: "
                + "{password@spring.datasource.password@: !resolved \"dev\"@${P:dev}@}, "
                + "x@spring.x@: <${Y}>}}"),
        Case(
            "daemon.json", "{\"insecure-registries\": [\"a\"]}",
            ["docker-daemon   @\"insecure-registries\"@"]),
        Case("api.yaml", "openapi: 3.0.0\ninfo: {}\n", ["openapi   @openapi@"]),
        Case("other.yaml", "a: 1\n", ["yaml   @a@"]),
        Case("other.json", "{\"a\": 1}", ["json   @\"a\"@"]),
        Case("package.json", "[]", ["json   @[@"]),
    ]

    @Test(arguments: terraform + cloud + cluster + pipelines)
    func `tells the subjects of a document`(_ sample: Case) {
        let document = Self.document(sample)
        let outline = TreeOutline(sample.text)
        let subjects = document.subjects(path: sample.path)
        let told = subjects.map {
            "\($0.platform) \($0.type) \($0.name) @\(outline.slice($0.header))@"
        }
        #expect(told == sample.subjects)
        if let body = sample.body {
            #expect(subjects.last.map { outline($0.body) } == body)
        }
    }

    @Test
    func `any part and any change of a document has subjects without a trap`() {
        for sample in Self.terraform + Self.cloud + Self.cluster + Self.pipelines {
            HostileBytes.check(sample.text, changes: 60) { bytes in
                let changed = String(decoding: bytes, as: UTF8.self)
                _ = Self.document(Case(sample.path, changed, [])).subjects(path: sample.path)
            }
        }
    }
}
