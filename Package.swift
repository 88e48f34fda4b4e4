// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// A release carries the Swift runtime, so that it runs where no Swift is installed.
let carryRuntime = ["-static-stdlib"]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "so-report",
  products: [
    .executable(name: "so-report", targets: ["so-report"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Swift, from the command line down to the model.
    .executableTarget(
      name: "so-report",
      dependencies: ["SOReport", argumentParser],
      swiftSettings: settings + [.unsafeFlags(carryRuntime, .when(configuration: .release))],
      linkerSettings: [
        .unsafeFlags(carryRuntime + ["-Xlinker", "-s"], .when(configuration: .release))
      ]),
    library(
      "SOReport",
      [
        "AssessmentInput", "AssessmentModel", "Catalogue", "EmbeddedFiles", "Publication",
        "ReportSite", argumentParser,
      ]),
    library("AssessmentModel", ["Parallel", crypto]),
    library(
      "Catalogue",
      ["AssessmentModel", "EmbeddedFiles", "JSON", "LensFormat", "Parallel", "YAML"]),
    library(
      "AssessmentInput",
      ["Archive", "AssessmentModel", "JSON", "LensFormat", "Parallel", "YAML"]),
    library("LensFormat", ["AssessmentModel", "JSON"]),
    library("ReportSite", ["AssessmentModel", "EmbeddedFiles", "Markdown", "Parallel", mustache]),

    // Libraries and the system, each behind one Swift module.
    library("Archive", ["CArchive"]),
    .target(
      name: "EmbeddedFiles", dependencies: ["CSiteFiles"],
      swiftSettings: settings + [.enableExperimentalFeature("Lifetimes")]),
    library("JSON", ["CSimdJSON"]),
    library("Markdown", ["CCmarkGFM"]),
    library("Parallel"),
    library("Publication", ["Archive", "CPlatform", crypto]),
    library("YAML", [yams]),

    // C and C++ below Swift.
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CCmarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CPlatform"),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CSiteFiles"),

    // Measures a release; scripts/benchmark builds it.
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "AssessmentInput", "AssessmentModel", "Catalogue", "EmbeddedFiles", "JSON",
        "SyntheticFindings", argumentParser,
      ],
      path: "Tests/Benchmarks", swiftSettings: settings),
    .target(
      name: "SyntheticFindings", path: "Tests/SyntheticFindings", swiftSettings: settings),

    tests("AssessmentModel"),
    tests("Catalogue", ["AssessmentModel", "EmbeddedFiles", "JSON", "LensFormat"]),
    tests("AssessmentInput", ["AssessmentModel", "JSON"]),
    tests("LensFormat", ["AssessmentModel", "JSON"]),
    tests("ReportSite", ["AssessmentModel", "EmbeddedFiles", "Markdown"]),
    tests("Archive"),
    tests("Benchmarks", ["SyntheticFindings"]),
    tests("EmbeddedFiles"),
    tests("JSON"),
    tests("Markdown"),
    tests("Parallel"),
    tests("Publication", ["Archive"]),
    tests("YAML"),
    tests(
      "SOReport",
      [
        "AssessmentInput", "AssessmentModel", "Catalogue", "EmbeddedFiles", "JSON", "ReportSite",
        "SyntheticFindings", argumentParser,
      ]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)
