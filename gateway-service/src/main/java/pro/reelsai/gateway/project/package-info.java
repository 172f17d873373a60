/** A project: what a user has chosen for an ad, and how far the ad is. */
@NullMarked
package pro.reelsai.gateway.project;

import org.jspecify.annotations.NullMarked;
