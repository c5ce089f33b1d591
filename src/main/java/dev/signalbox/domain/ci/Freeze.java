package dev.signalbox.domain.ci;

import java.util.List;

/// A time that comes again and again in which a repository should not deploy.
///
/// @param number the provider's id
/// @param start five cron fields (minute, hour, day of month, month, day of week) of when it begins
/// @param end the same of when it ends
/// @param zone name of a time zone as the provider gives it; may be one that this machine does not know
/// @param environments names of the environments that it touches; empty for all
public record Freeze(long number, String start, String end, String zone, List<String> environments) {}
