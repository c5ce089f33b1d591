/// The CI provider's world: repositories, workflows, runs, jobs, approvals, deployments, commits.
@NullMarked
package dev.signalbox.domain.ci;

import org.jspecify.annotations.NullMarked;
