package dev.signalbox.ui.plan;

import dev.signalbox.ui.widget.Mark;

/// One step of a plan as shown.
///
/// @param number from 1
/// @param request method and path, as sent
/// @param url the whole address
/// @param body spread over lines; empty when there is none
/// @param command the same request for `curl` or `kubectl`
/// @param verified what is read afterwards; empty for nothing
/// @param fate how it stands in words; empty before it is confirmed
/// @param mark the same as a shape
public record StepRow(
        int number,
        String title,
        String request,
        String url,
        String body,
        String command,
        String verified,
        boolean courtesy,
        String fate,
        Mark mark) {}
