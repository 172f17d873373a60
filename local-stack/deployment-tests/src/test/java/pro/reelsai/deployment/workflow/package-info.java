/** The workflows of GitHub Actions. */
@NullMarked
package pro.reelsai.deployment.workflow;

import org.jspecify.annotations.NullMarked;
