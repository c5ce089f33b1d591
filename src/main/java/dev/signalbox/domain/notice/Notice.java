package dev.signalbox.domain.notice;

import dev.signalbox.domain.ci.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One change of one thing. Its texts are as the remote gave them: not safe to show.
///
/// @param group the heading under which the service stands
/// @param environment where it happened, or may happen; empty for a run that is of none
/// @param run which run it is about; absent for what runs
/// @param detail what people call it: the workflow and its number, or the version that runs
/// @param at when the console saw it
public record Notice(
        NoticeKind kind, String service, String group, String environment, @Nullable RunId run, String detail,
        Instant at) {}
