package dev.signalbox.ui.trigger;

import dev.signalbox.domain.ci.WorkflowInput;
import java.util.List;

/// A field of the form.
///
/// @param name of the input, exact
/// @param label its name and whether it must be filled
/// @param hint what the workflow's author says about it
/// @param options of a choice; empty for text
/// @param preset what it holds until somebody changes it
record InputRow(
        String name, String label, String hint, WorkflowInput.Type type, boolean required, List<String> options,
        String preset) {}
