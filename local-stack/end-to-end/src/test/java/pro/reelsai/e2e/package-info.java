/** The whole suite through its front door: what a user gets is decoded and measured, not what we say of it. */
package pro.reelsai.e2e;
