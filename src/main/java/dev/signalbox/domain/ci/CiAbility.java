package dev.signalbox.domain.ci;

/// What one CI provider can do and another cannot.
public enum CiAbility {
    RERUN_ALL,
    RERUN_FAILED,
    RERUN_ONE_JOB,
    /// Run again with debug logging.
    DEBUG_RERUN,
    /// Stop a run that does not stop by itself.
    FORCE_CANCEL,
    /// Say no to a job that waits to be started by hand.
    REJECT_MANUAL_JOB,
    /// Deploy an earlier deployment's version again by running its job again.
    REDEPLOY,
    /// Take an environment out of use.
    STOP_ENVIRONMENT,
    /// Tell what jobs had to say about the code.
    ANNOTATIONS,
    /// Tell by itself how a run's tests went.
    TEST_REPORT
}
