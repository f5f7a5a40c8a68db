function __portcullis_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __portcullis_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __portcullis_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __portcullis_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __portcullis_parse_tokens -S
    set -l unparsed_tokens (__portcullis_tokens -pc)
    switch $unparsed_tokens[1]
    case 'portcullis'
        __portcullis_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'scan'
            __portcullis_parse_subcommand -r 1 'no-gitignore' 'report=+' 'rules=+' 'select=+' 'ignore=+' 'fail-on=' 'fail-on-confidence=' 'exit-zero' 'jobs=' 'config=' 'no-config' 'as-of=' 'max-file-size=' 'sarif-profile=' 'fingerprint-key=' 'explain' 'show-email' 'no-color' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'history'
            __portcullis_parse_subcommand 1 'unreachable' 'range=' 'since=' 'ref=+' 'allow-shallow' 'cache=' 'no-cache' 'memory=' 'verify-delta' 'report=+' 'rules=+' 'select=+' 'ignore=+' 'fail-on=' 'fail-on-confidence=' 'exit-zero' 'jobs=' 'config=' 'no-config' 'as-of=' 'max-file-size=' 'sarif-profile=' 'fingerprint-key=' 'explain' 'show-email' 'no-color' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'diff'
            __portcullis_parse_subcommand 1 'repo=' 'allow-shallow' 'allow-empty' 'report=+' 'rules=+' 'select=+' 'ignore=+' 'fail-on=' 'fail-on-confidence=' 'exit-zero' 'jobs=' 'config=' 'no-config' 'as-of=' 'max-file-size=' 'sarif-profile=' 'fingerprint-key=' 'explain' 'show-email' 'no-color' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'staged'
            __portcullis_parse_subcommand 0 'repo=' 'report=+' 'rules=+' 'select=+' 'ignore=+' 'fail-on=' 'fail-on-confidence=' 'exit-zero' 'jobs=' 'config=' 'no-config' 'as-of=' 'max-file-size=' 'sarif-profile=' 'fingerprint-key=' 'explain' 'show-email' 'no-color' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'log'
            __portcullis_parse_subcommand 1 'report=+' 'rules=+' 'select=+' 'ignore=+' 'fail-on=' 'fail-on-confidence=' 'exit-zero' 'jobs=' 'config=' 'no-config' 'as-of=' 'max-file-size=' 'sarif-profile=' 'fingerprint-key=' 'explain' 'show-email' 'no-color' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'inventory'
            __portcullis_parse_subcommand -r 1 'format=' 'output=' 'policy=' 'as-of=' 'no-gitignore' 'jobs=' 'config=' 'no-config' 'max-file-size=' 'no-color' 'v/verbose' 'version' 'h/help'
        case 'policy'
            __portcullis_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __portcullis_parse_subcommand 0 'version' 'h/help'
            case 'show'
                __portcullis_parse_subcommand 1 'as-of=' 'version' 'h/help'
            case 'explain'
                __portcullis_parse_subcommand 1 'policy=' 'as-of=' 'version' 'h/help'
            end
        case 'rules'
            __portcullis_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __portcullis_parse_subcommand -r 1 'rules=+' 'version' 'h/help'
            case 'show'
                __portcullis_parse_subcommand 1 'rules=+' 'version' 'h/help'
            case 'check'
                __portcullis_parse_subcommand 1 'alone' 'tree=' 'version' 'h/help'
            case 'test'
                __portcullis_parse_subcommand 2 'rules=+' 'path=' 'version' 'h/help'
            case 'docs'
                __portcullis_parse_subcommand 0 'rules=+' 'version' 'h/help'
            end
        case 'help'
            __portcullis_parse_subcommand -r 1 'version'
        end
    end
end

function __portcullis_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __portcullis_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __portcullis_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __portcullis_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__portcullis_tokens -p)
    if test -z "$(__portcullis_tokens -t)"
        set -l index (count (__portcullis_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'portcullis' -f
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis" -eq 1' -fa 'scan' -d 'Scan files and folders.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis" -eq 1' -fa 'history' -d 'Scan everything a repository ever held.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis" -eq 1' -fa 'diff' -d 'Scan what a merge would bring.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis" -eq 1' -fa 'staged' -d 'Scan what `git commit` would record.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis" -eq 1' -fa 'log' -d 'Scan a build log as a stream, in constant memory.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis" -eq 1' -fa 'inventory' -d 'List what files use of cryptography, good or bad.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis" -eq 1' -fa 'policy' -d 'Show what cryptography may be used, until when and why.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis" -eq 1' -fa 'rules' -d 'List, show, check, try and document rules.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" no-gitignore' -l 'no-gitignore' -d 'Take ignored files, too.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan"' -l 'report' -d 'Write a report: text, sarif, json or jsonl, to PATH or standard output. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan"' -l 'rules' -d 'Add the rules below DIR. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan"' -l 'select' -d 'Report only these rules, families or tags. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan"' -l 'ignore' -d 'Do not report these rules, families or tags. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" fail-on' -l 'fail-on' -d 'Lowest severity that blocks: info, low, medium, high or critical.' -rfka 'info low medium high critical'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" fail-on-confidence' -l 'fail-on-confidence' -d 'Lowest confidence that blocks: low, medium or high.' -rfka 'low medium high'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" exit-zero' -l 'exit-zero' -d 'Exit with 0 whatever was found. An incomplete scan still exits with 3.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" jobs' -l 'jobs' -d 'Threads to use. The report is the same for any number.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" config' -l 'config' -d 'Read the configuration from FILE.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" no-config' -l 'no-config' -d 'Read no .portcullis.yml: for repositories that are not trusted.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" as-of' -l 'as-of' -d 'Judge as of this day instead of today.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" max-file-size' -l 'max-file-size' -d 'Largest file that is scanned, such as 50MB. Larger ones make status 3.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" sarif-profile' -l 'sarif-profile' -d 'Keep SARIF within a platform\'s limits: github or gitlab.' -rfka 'standard github gitlab'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" fingerprint-key' -l 'fingerprint-key' -d 'Make fingerprints with the key in FILE.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" explain' -l 'explain' -d 'Say for each finding why it was reported, step by step.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" show-email' -l 'show-email' -d 'Show authors\' e-mail addresses.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" no-color' -l 'no-color' -d 'No colour, also on a terminal.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" q quiet' -s 'q' -l 'quiet' -d 'Print nothing but errors and the reports asked for.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" v verbose' -s 'v' -l 'verbose' -d 'Say more.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis scan" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" unreachable' -l 'unreachable' -d 'Every object of the database, reachable or not.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" range' -l 'range' -d 'Commits of B that A does not have.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" since' -l 'since' -d 'Commits since that day.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history"' -l 'ref' -d 'Only what REF reaches. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" allow-shallow' -l 'allow-shallow' -d 'Count a shallow clone as complete.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" cache' -l 'cache' -d 'Keep what was scanned in DIR instead of the user\'s cache folder.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" no-cache' -l 'no-cache' -d 'Scan everything anew and keep nothing for the next time.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" memory' -l 'memory' -d 'Memory in which a thread may keep objects that others are made from (default: 48MB).' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" verify-delta' -l 'verify-delta' -d 'Scan every object whole as well and compare; for tests.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history"' -l 'report' -d 'Write a report: text, sarif, json or jsonl, to PATH or standard output. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history"' -l 'rules' -d 'Add the rules below DIR. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history"' -l 'select' -d 'Report only these rules, families or tags. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history"' -l 'ignore' -d 'Do not report these rules, families or tags. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" fail-on' -l 'fail-on' -d 'Lowest severity that blocks: info, low, medium, high or critical.' -rfka 'info low medium high critical'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" fail-on-confidence' -l 'fail-on-confidence' -d 'Lowest confidence that blocks: low, medium or high.' -rfka 'low medium high'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" exit-zero' -l 'exit-zero' -d 'Exit with 0 whatever was found. An incomplete scan still exits with 3.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" jobs' -l 'jobs' -d 'Threads to use. The report is the same for any number.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" config' -l 'config' -d 'Read the configuration from FILE.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" no-config' -l 'no-config' -d 'Read no .portcullis.yml: for repositories that are not trusted.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" as-of' -l 'as-of' -d 'Judge as of this day instead of today.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" max-file-size' -l 'max-file-size' -d 'Largest file that is scanned, such as 50MB. Larger ones make status 3.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" sarif-profile' -l 'sarif-profile' -d 'Keep SARIF within a platform\'s limits: github or gitlab.' -rfka 'standard github gitlab'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" fingerprint-key' -l 'fingerprint-key' -d 'Make fingerprints with the key in FILE.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" explain' -l 'explain' -d 'Say for each finding why it was reported, step by step.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" show-email' -l 'show-email' -d 'Show authors\' e-mail addresses.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" no-color' -l 'no-color' -d 'No colour, also on a terminal.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" q quiet' -s 'q' -l 'quiet' -d 'Print nothing but errors and the reports asked for.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" v verbose' -s 'v' -l 'verbose' -d 'Say more.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis history" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" repo' -l 'repo' -d 'The repository.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" allow-shallow' -l 'allow-shallow' -d 'Count a shallow clone as complete.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" allow-empty' -l 'allow-empty' -d 'Accept a HEAD that brings no commit; without, that is status 3.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff"' -l 'report' -d 'Write a report: text, sarif, json or jsonl, to PATH or standard output. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff"' -l 'rules' -d 'Add the rules below DIR. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff"' -l 'select' -d 'Report only these rules, families or tags. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff"' -l 'ignore' -d 'Do not report these rules, families or tags. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" fail-on' -l 'fail-on' -d 'Lowest severity that blocks: info, low, medium, high or critical.' -rfka 'info low medium high critical'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" fail-on-confidence' -l 'fail-on-confidence' -d 'Lowest confidence that blocks: low, medium or high.' -rfka 'low medium high'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" exit-zero' -l 'exit-zero' -d 'Exit with 0 whatever was found. An incomplete scan still exits with 3.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" jobs' -l 'jobs' -d 'Threads to use. The report is the same for any number.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" config' -l 'config' -d 'Read the configuration from FILE.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" no-config' -l 'no-config' -d 'Read no .portcullis.yml: for repositories that are not trusted.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" as-of' -l 'as-of' -d 'Judge as of this day instead of today.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" max-file-size' -l 'max-file-size' -d 'Largest file that is scanned, such as 50MB. Larger ones make status 3.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" sarif-profile' -l 'sarif-profile' -d 'Keep SARIF within a platform\'s limits: github or gitlab.' -rfka 'standard github gitlab'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" fingerprint-key' -l 'fingerprint-key' -d 'Make fingerprints with the key in FILE.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" explain' -l 'explain' -d 'Say for each finding why it was reported, step by step.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" show-email' -l 'show-email' -d 'Show authors\' e-mail addresses.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" no-color' -l 'no-color' -d 'No colour, also on a terminal.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" q quiet' -s 'q' -l 'quiet' -d 'Print nothing but errors and the reports asked for.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" v verbose' -s 'v' -l 'verbose' -d 'Say more.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" repo' -l 'repo' -d 'The repository.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged"' -l 'report' -d 'Write a report: text, sarif, json or jsonl, to PATH or standard output. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged"' -l 'rules' -d 'Add the rules below DIR. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged"' -l 'select' -d 'Report only these rules, families or tags. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged"' -l 'ignore' -d 'Do not report these rules, families or tags. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" fail-on' -l 'fail-on' -d 'Lowest severity that blocks: info, low, medium, high or critical.' -rfka 'info low medium high critical'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" fail-on-confidence' -l 'fail-on-confidence' -d 'Lowest confidence that blocks: low, medium or high.' -rfka 'low medium high'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" exit-zero' -l 'exit-zero' -d 'Exit with 0 whatever was found. An incomplete scan still exits with 3.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" jobs' -l 'jobs' -d 'Threads to use. The report is the same for any number.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" config' -l 'config' -d 'Read the configuration from FILE.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" no-config' -l 'no-config' -d 'Read no .portcullis.yml: for repositories that are not trusted.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" as-of' -l 'as-of' -d 'Judge as of this day instead of today.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" max-file-size' -l 'max-file-size' -d 'Largest file that is scanned, such as 50MB. Larger ones make status 3.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" sarif-profile' -l 'sarif-profile' -d 'Keep SARIF within a platform\'s limits: github or gitlab.' -rfka 'standard github gitlab'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" fingerprint-key' -l 'fingerprint-key' -d 'Make fingerprints with the key in FILE.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" explain' -l 'explain' -d 'Say for each finding why it was reported, step by step.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" show-email' -l 'show-email' -d 'Show authors\' e-mail addresses.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" no-color' -l 'no-color' -d 'No colour, also on a terminal.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" q quiet' -s 'q' -l 'quiet' -d 'Print nothing but errors and the reports asked for.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" v verbose' -s 'v' -l 'verbose' -d 'Say more.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis staged" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log"' -l 'report' -d 'Write a report: text, sarif, json or jsonl, to PATH or standard output. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log"' -l 'rules' -d 'Add the rules below DIR. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log"' -l 'select' -d 'Report only these rules, families or tags. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log"' -l 'ignore' -d 'Do not report these rules, families or tags. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" fail-on' -l 'fail-on' -d 'Lowest severity that blocks: info, low, medium, high or critical.' -rfka 'info low medium high critical'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" fail-on-confidence' -l 'fail-on-confidence' -d 'Lowest confidence that blocks: low, medium or high.' -rfka 'low medium high'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" exit-zero' -l 'exit-zero' -d 'Exit with 0 whatever was found. An incomplete scan still exits with 3.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" jobs' -l 'jobs' -d 'Threads to use. The report is the same for any number.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" config' -l 'config' -d 'Read the configuration from FILE.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" no-config' -l 'no-config' -d 'Read no .portcullis.yml: for repositories that are not trusted.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" as-of' -l 'as-of' -d 'Judge as of this day instead of today.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" max-file-size' -l 'max-file-size' -d 'Largest file that is scanned, such as 50MB. Larger ones make status 3.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" sarif-profile' -l 'sarif-profile' -d 'Keep SARIF within a platform\'s limits: github or gitlab.' -rfka 'standard github gitlab'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" fingerprint-key' -l 'fingerprint-key' -d 'Make fingerprints with the key in FILE.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" explain' -l 'explain' -d 'Say for each finding why it was reported, step by step.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" show-email' -l 'show-email' -d 'Show authors\' e-mail addresses.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" no-color' -l 'no-color' -d 'No colour, also on a terminal.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" q quiet' -s 'q' -l 'quiet' -d 'Print nothing but errors and the reports asked for.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" v verbose' -s 'v' -l 'verbose' -d 'Say more.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis log" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" format' -l 'format' -d 'How it is written: table, json or cyclonedx.' -rfka 'table json cyclonedx'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" output' -l 'output' -d 'Write to FILE instead of standard output.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" policy' -l 'policy' -d 'Judge by this policy: a name of `policy list`, or a file.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" as-of' -l 'as-of' -d 'Judge as of this day instead of today.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" no-gitignore' -l 'no-gitignore' -d 'Take ignored files, too.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" jobs' -l 'jobs' -d 'Threads to use. The inventory is the same for any number.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" config' -l 'config' -d 'Read the configuration from FILE.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" no-config' -l 'no-config' -d 'Read no .portcullis.yml: for repositories that are not trusted.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" max-file-size' -l 'max-file-size' -d 'Largest file that is read, such as 50MB. Larger ones make status 3.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" no-color' -l 'no-color' -d 'No colour, also on a terminal.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" v verbose' -s 'v' -l 'verbose' -d 'List all places and notes.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis inventory" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis policy" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis policy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis policy" -eq 1' -fa 'list' -d 'List the policies that are built in.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis policy" -eq 1' -fa 'show' -d 'Show all entries of a policy as they hold at a date.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis policy" -eq 1' -fa 'explain' -d 'Say what holds for an algorithm, protocol or suite, and when it changes.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis policy list" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis policy list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis policy show" as-of' -l 'as-of' -d 'Judge as of this day instead of today.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis policy show" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis policy show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis policy explain" policy' -l 'policy' -d 'Judge by this policy: a name of `policy list`, or a file.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis policy explain" as-of' -l 'as-of' -d 'Judge as of this day instead of today.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis policy explain" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis policy explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis rules" -eq 1' -fa 'list' -d 'List the rules: id, severity, confidence, name.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis rules" -eq 1' -fa 'show' -d 'Show a rule in full.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis rules" -eq 1' -fa 'check' -d 'Check rules: schema, patterns, literals, examples, clashes.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis rules" -eq 1' -fa 'test' -d 'Say step by step why a rule reports, or does not report, each line of a file.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_positional "portcullis rules" -eq 1' -fa 'docs' -d 'Print the manual of all rules as Markdown.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules list"' -l 'rules' -d 'Add the rules below DIR. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules list" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules show"' -l 'rules' -d 'Add the rules below DIR. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules show" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules check" alone' -l 'alone' -d 'Check the folder\'s rules alone, without the embedded ones.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules check" tree' -l 'tree' -d 'Measure the rules on the files below DIR: overlaps, hot literals, costs.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules check" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules test"' -l 'rules' -d 'Add the rules below DIR. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules test" path' -l 'path' -d 'Judge as if the file stood at PATH.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules test" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules test" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules docs"' -l 'rules' -d 'Add the rules below DIR. Repeatable.' -rfka ''
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules docs" version' -l 'version' -d 'Show the version.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis rules docs" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'portcullis' -n '__portcullis_should_offer_completions_for_flags_or_options "portcullis help" version' -l 'version' -d 'Show the version.'
