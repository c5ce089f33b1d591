package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What can be done at GitLab, as far as it is known by now: what it never does, and what the credential may not do.
final class GitLabAbilities implements Supplier<CiCapabilities> {

    static final String RERUN_ALL =
            "GitLab runs only failed and cancelled jobs of a pipeline again; start a new pipeline instead";
    static final String REJECT_MANUAL_JOB =
            "A manual job waits for somebody to start it and takes no rejection; cancel the pipeline instead";

    private static final Map<CiAbility, String> NEVER = Map.of(
            CiAbility.RERUN_ALL, RERUN_ALL,
            CiAbility.DEBUG_RERUN,
            "GitLab retries jobs as they are; start a new pipeline with CI_DEBUG_TRACE to see more",
            CiAbility.FORCE_CANCEL,
            "GitLab stops pipelines in one way only; a job that does not stop ends at its time limit",
            CiAbility.REJECT_MANUAL_JOB, REJECT_MANUAL_JOB,
            CiAbility.ANNOTATIONS, "Jobs at GitLab say nothing about places in the code; see their reports");

    /// What needs the right to write.
    private static final Set<CiAbility> WRITES = Set.of(
            CiAbility.RERUN_FAILED, CiAbility.RERUN_ONE_JOB, CiAbility.REDEPLOY, CiAbility.STOP_ENVIRONMENT);

    private final GitLabAccounts accounts;
    private final GitLabServer server;

    GitLabAbilities(GitLabAccounts accounts, GitLabServer server) {
        this.accounts = accounts;
        this.server = server;
    }

    @Override
    public CiCapabilities get() {
        Map<CiAbility, String> missing = new EnumMap<>(NEVER);
        Optional<String> readsOnly = accounts.readsOnly();
        readsOnly.ifPresent(why -> WRITES.forEach(ability -> missing.put(ability, why)));
        if (!server.has(GitLabFeature.TEST_REPORT)) {
            missing.put(CiAbility.TEST_REPORT, GitLabFeature.TEST_REPORT.lack());
        }
        return new CiCapabilities(Map.copyOf(missing), false, Set.of("api"));
    }
}
