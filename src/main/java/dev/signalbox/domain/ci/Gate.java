package dev.signalbox.domain.ci;

/// What exactly a pending approval decides on, by the provider's own number.
public sealed interface Gate {

    /// All of a run's jobs that want to go to one environment.
    record Environment(long number) implements Gate {}

    /// One deployment that is blocked until enough people said yes.
    record Deployment(long number) implements Gate {}

    /// A job that starts only when somebody starts it. It asks for nobody's yes but that one, and takes no no.
    record ManualJob(long job) implements Gate {}
}
