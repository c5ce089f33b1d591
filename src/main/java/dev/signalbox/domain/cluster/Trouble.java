package dev.signalbox.domain.cluster;

/// Something that keeps pods from working.
///
/// @param reason the field's word for it: CrashLoopBackOff, ImagePullBackOff, FailedCreate, Unschedulable, …
/// @param detail the server's message or the last exit, sanitised
/// @param fatal whether waiting will not help (by kubernetes' meaning of the reason)
public record Trouble(String reason, String detail, boolean fatal) {}
