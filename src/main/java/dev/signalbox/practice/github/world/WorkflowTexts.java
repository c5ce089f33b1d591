package dev.signalbox.practice.github.world;

/// The workflow files as people would have written them; `Workflows` says the same to the engine.
final class WorkflowTexts {

    static final String CI = """
            name: CI
            on:
              push:
                branches: [main]
              workflow_dispatch:
                inputs:
                  suite:
                    description: Which tests to run
                    type: choice
                    default: all
                    options: [all, fast]
                  debug:
                    description: Keep the services running for ten minutes after a failure
                    type: boolean
                    default: false
            permissions:
              contents: read
              packages: write
            jobs:
              lint:
                runs-on: ubuntu-latest
                steps:
                  - name: Check out
                    uses: actions/checkout@v5
                  - name: Run linters
                    run: make lint
              unit-tests:
                name: unit-tests (${{ matrix.shard }}/2)
                runs-on: ubuntu-latest
                strategy:
                  matrix:
                    shard: [1, 2]
                steps:
                  - name: Check out
                    uses: actions/checkout@v5
                  - name: Restore cache
                    uses: actions/cache@v4
                    with: {path: ~/.cache, key: "deps-${{ hashFiles('lock') }}"}
                  - name: Run unit tests
                    run: make test SHARD=${{ matrix.shard }}/2
              security-scan:
                runs-on: ubuntu-latest
                steps:
                  - name: Check out
                    uses: actions/checkout@v5
                  - name: Scan dependencies
                    run: make scan
                  - name: Scan for secrets
                    run: make secrets
              build:
                name: build image
                needs: [lint, unit-tests, security-scan]
                runs-on: ubuntu-latest
                steps:
                  - name: Check out
                    uses: actions/checkout@v5
                  - name: Build image
                    run: make image
                  - name: Push image
                    run: make push
              integration-tests:
                needs: build
                runs-on: ubuntu-latest
                steps:
                  - name: Check out
                    uses: actions/checkout@v5
                  - name: Restore cache
                    uses: actions/cache@v4
                    with: {path: ~/.cache, key: "deps-${{ hashFiles('lock') }}"}
                  - name: Start services
                    run: make services
                  - name: Run integration tests
                    run: mvn -q verify -Pit
                  - name: Upload report
                    uses: actions/upload-artifact@v4
                    with: {name: junit-results, path: target/reports}
            """;

    static final String RELEASE = """
            name: Release
            run-name: >-
              ${{ inputs.version && format('Release {0} to {1}', inputs.version, inputs.environment) || '' }}
            on:
              push:
                branches: [main]
              workflow_dispatch:
                inputs:
                  version:
                    description: Version to deploy; empty builds the commit
                    type: string
                    required: false
                  environment:
                    description: Where to deploy
                    type: choice
                    required: true
                    default: development
                    options: [development, staging, production]
            permissions:
              contents: read
              deployments: write
              packages: write
            jobs:
              build:
                name: build image
                runs-on: ubuntu-latest
                steps:
                  - name: Check out
                    uses: actions/checkout@v5
                  - name: Build image
                    run: make image VERSION=${{ inputs.version || github.sha }}
                  - name: Push image
                    run: make push
              deploy-development:
                needs: build
                if: ${{ github.event_name == 'push' || inputs.environment == 'development' }}
                environment: development
                runs-on: ubuntu-latest
                steps: &deploy
                  - name: Check out
                    uses: actions/checkout@v5
                  - name: Log in to the cluster
                    run: make login
                  - name: Roll out
                    run: make rollout VERSION=${{ inputs.version || github.sha }}
                  - name: Smoke tests
                    run: make smoke
              deploy-staging:
                needs: deploy-development
                if: ${{ !failure() && !cancelled() && inputs.environment == 'staging' }}
                environment: staging
                runs-on: ubuntu-latest
                steps: *deploy
              deploy-production:
                needs: deploy-staging
                if: ${{ !failure() && !cancelled() && inputs.environment == 'production' }}
                environment: production
                runs-on: ubuntu-latest
                steps: *deploy
            """;

    private WorkflowTexts() {}
}
