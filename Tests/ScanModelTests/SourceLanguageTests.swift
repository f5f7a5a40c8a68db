import Testing

@testable import ScanModel

@Suite struct SourceLanguageTests {
    @Test(arguments: [
        ("Dockerfile", SourceLanguage.dockerfile),
        ("build/Containerfile", .dockerfile),
        ("app.dockerfile", .dockerfile),
        ("Dockerfile.prod", .dockerfile),
        ("deploy/Dockerfile.j2", .dockerfile),
        ("Makefile", .makefile),
        ("rules.mk", .makefile),
        (".env", .ini),
        (".env.production", .ini),
        ("a/.npmrc", .ini),
        ("nginx.conf", .nginx),
        ("etc/nginx.conf.j2", .nginx),
        ("etc/nginx/sites-available/example", .nginx),
        ("etc/nginx/sites-available/example.conf", .nginx),
        ("etc/nginx/conf.d/tls.conf", .nginx),
        ("etc/nginx/reload.sh", .shell),
        ("httpd.conf", .apache),
        ("www/.htaccess", .apache),
        ("etc/apache2/ports.conf", .apache),
        ("haproxy.cfg", .haproxy),
        ("etc/haproxy/other.cfg", .haproxy),
        ("etc/ssh/sshd_config", .ssh),
        ("etc/ssh/sshd_config.d/10-a.conf", .ssh),
        ("ssh_config", .ssh),
        ("main.tf", .hcl),
        ("a.tfvars", .hcl),
        ("x.hcl", .hcl),
        ("Jenkinsfile", .groovy),
        ("build.gradle", .groovy),
        ("build.gradle.kts", .kotlin),
        ("a.ps1", .powershell),
        ("a.BAT", .batch),
        ("a.cmd", .batch),
        ("a.properties", .ini),
        ("setup.cfg", .ini),
        ("a.conf", .ini),
        ("a.ini", .ini),
        ("a.toml", .toml),
        ("a.tsx", .javascript),
        ("a.pyi", .python),
        ("a.cc", .c),
        ("A.CS", .csharp),
        ("web.config", .xml),
        ("pom.xml", .xml),
        ("config.yml.example", .yaml),
        ("settings.json", .json),
        ("a.exs", .elixir),
    ])
    func tellsByName(path: String, expected: SourceLanguage) {
        #expect(detect(path) == expected, "\(path)")
    }

    @Test(arguments: [
        ("#!/usr/bin/env python3\nx", SourceLanguage.python),
        ("#!/usr/bin/env -S A=1 python3.12 -u", .python),
        ("#!/bin/sh -e\r\n", .shell),
        ("#! /bin/bash", .shell),
        ("#!/usr/bin/perl5.30 -w", .perl),
        ("#!/usr/local/bin/node", .javascript),
        ("<?php\n", .php),
        ("<?xml version=\"1.0\"?>", .xml),
        ("\u{FEFF}#!/usr/bin/env ruby", .ruby),
    ])
    func tellsByFirstLine(text: String, expected: SourceLanguage) {
        #expect(detect("bin/tool", text) == expected)
    }

    @Test(arguments: ["a", "a.unknown", "", "/", "...", "a.", "LICENSE", "notes.txt", "a.png"])
    func doesNotGuess(path: String) {
        #expect(detect(path) == nil)
        #expect(detect(path, "#!") == nil)
        #expect(detect(path, "\n#!/bin/sh") == nil)
    }

    @Test func wordsAreThoseOfRuleFiles() {
        for language in SourceLanguage.allCases {
            #expect(SourceLanguage(word: language.word) == language)
        }
        #expect(SourceLanguage(word: "cobol") == nil)
    }

    @Test func tablesAreInLowerCase() {
        let keys =
            Array(SourceLanguage.languageByName.keys)
            + Array(SourceLanguage.languageByExtension.keys)
            + Array(SourceLanguage.languageByFolder.keys)
            + Array(SourceLanguage.languageByInterpreter.keys)
            + SourceLanguage.languageByNamePrefix.map(\.prefix)
        for key in keys { #expect(key == key.lowercased()) }
    }

    private func detect(_ path: String, _ text: String = "") -> SourceLanguage? {
        Array(text.utf8).withUnsafeBytes { SourceLanguage.detect(path: path, firstLine: $0) }
    }
}
