/// Tests of the GitLab provider: contracts, mapping by example, hostile answers, requests against the published document.
@NullMarked
package dev.signalbox.provider.gitlab;

import org.jspecify.annotations.NullMarked;
