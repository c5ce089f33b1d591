package dev.signalbox.practice.gitlab.world;

import java.util.Optional;

/// The files that the practice projects have. They say what the plans do.
public final class Files {

    private static final String MAIN = """
            spec:
              inputs:
                version:
                  description: Version to deploy; empty builds the commit
                  default: ""
                environment:
                  description: Where to deploy
                  options: [development, staging, production]
                  default: development
            ---
            workflow:
              name: >-
                Release $[[ inputs.version ]] to $[[ inputs.environment ]]

            stages: [test, build, review, development, staging, production]

            variables:
              LOG_LEVEL:
                description: How much the scripts say
                value: info
                options: [info, debug]

            .builds: &builds
              rules:
                - if: $CI_PIPELINE_SOURCE == "push"

            .checks: &checks
              rules:
                - if: $CI_PIPELINE_SOURCE == "push" || $CI_PIPELINE_SOURCE == "merge_request_event"

            .deploy: &deploy
              script:
                - make login
                - make rollout VERSION=$[[ inputs.version ]]
                - make smoke

            lint:
              stage: test
              <<: *checks
              script: [make lint]

            unit-tests:
              stage: test
              <<: *checks
              parallel: 2
              script: [make test]
              coverage: '/total:\\s+(\\d+\\.\\d+)%/'
              artifacts:
                paths: [reports/]
                reports: {junit: reports/TEST-*.xml}

            quality:
              stage: test
              <<: *builds
              trigger:
                include: ci/quality.yml
                strategy: depend

            build-image:
              stage: build
              script: [make image, make push]

            integration-tests:
              stage: build
              <<: *builds
              script: [make integration]
              artifacts:
                paths: [reports/]
                reports: {junit: reports/TEST-*.xml}

            publish-docs:
              stage: build
              rules:
                - if: $CI_PIPELINE_SOURCE == "push"
                  when: manual
                  allow_failure: true
              script: [make docs]

            deploy-review:
              stage: review
              script: [make review]
              environment: {name: review/$CI_COMMIT_REF_SLUG, on_stop: stop-review}
              rules:
                - if: $CI_PIPELINE_SOURCE == "merge_request_event"

            stop-review:
              stage: review
              script: [make stop-review]
              environment: {name: review/$CI_COMMIT_REF_SLUG, action: stop}
              rules:
                - if: $CI_PIPELINE_SOURCE == "merge_request_event"
                  when: manual
                  allow_failure: true

            deploy-development:
              stage: development
              <<: *deploy
              environment: {name: development, deployment_tier: development}
              rules:
                - if: $CI_PIPELINE_SOURCE == "push" || "$[[ inputs.environment ]]" == "development"

            deploy-staging:
              stage: staging
              <<: *deploy
              environment: {name: staging, deployment_tier: staging}
              rules:
                - if: $CI_PIPELINE_SOURCE != "push" && "$[[ inputs.environment ]]" == "staging"

            deploy-production:
              stage: production
              <<: *deploy
              environment: {name: production, deployment_tier: production}
              rules:
                - if: $CI_PIPELINE_SOURCE != "push" && "$[[ inputs.environment ]]" == "production"
                  when: manual
            """;

    private static final String QUALITY = """
            stages: [test, report]

            scan-dependencies:
              stage: test
              script: [make scan]

            scan-secrets:
              stage: test
              script: [make secrets]

            licences:
              stage: test
              allow_failure: true
              script: [make licences]

            quality-report:
              stage: report
              script: [make report]
            """;

    private Files() {}

    /// The text of a file; empty when there is none.
    public static Optional<String> text(String path) {
        return switch (path) {
            case ".gitlab-ci.yml" -> Optional.of(MAIN);
            case "ci/quality.yml" -> Optional.of(QUALITY);
            default -> Optional.empty();
        };
    }
}
