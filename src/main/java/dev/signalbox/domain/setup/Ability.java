package dev.signalbox.domain.setup;

/// One thing that the console does, and whether a token allows it.
///
/// @param permission what gives it, as the provider names it
public record Ability(What what, Told state, String permission) {

    /// What the console does with an account.
    public enum What {
        /// Repositories and their names.
        SEE_REPOSITORIES("See repositories", true),
        /// Runs, jobs and their logs.
        SEE_RUNS("See runs and logs", true),
        /// Environments and what protects them.
        SEE_ENVIRONMENTS("See environments", true),
        /// What was deployed where.
        SEE_DEPLOYMENTS("See deployments", true),
        /// Workflow files, commits and the team file.
        SEE_CONTENTS("Read files and commits", true),
        /// Start, run again, cancel.
        START_RUNS("Start, repeat and cancel builds", false),
        /// Answer a gate.
        APPROVE("Approve deployments", false),
        /// Save the team file in a branch.
        WRITE_CONTENTS("Save the team file", false),
        /// Propose a change of the team file.
        PROPOSE_CHANGES("Propose changes of the team file", false);

        private final String words;
        private final boolean looks;

        What(String words, boolean looks) {
            this.words = words;
            this.looks = looks;
        }

        /// What a person calls it.
        public String words() {
            return words;
        }

        /// Whether it only looks: without it there is less to see, and nothing that cannot be pressed.
        public boolean looks() {
            return looks;
        }
    }
}
