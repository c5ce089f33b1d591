package dev.signalbox.domain.cluster;

/// Who else looks after a workload and would undo a change made behind their back.
///
/// @param name the application or release there
public record Owner(Kind kind, String name) {

    /// Nobody else.
    public static final Owner NOBODY = new Owner(Kind.NOBODY, "");

    /// Systems that own workloads.
    public enum Kind {
        NOBODY,
        ARGO_CD,
        FLUX,
        HELM
    }
}
