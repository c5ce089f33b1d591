package dev.signalbox.practice.gitlab.world;

import java.time.Instant;

/// A time in which nobody should deploy. GitLab itself stops nobody.
///
/// @param start cron expression of its beginnings
/// @param end cron expression of its ends
/// @param zone name of the time zone of both
public record Freeze(long id, String start, String end, String zone, Instant createdAt) {}
