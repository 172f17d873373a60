-- The relay finds the first events of runs among the oldest ones, by outbox_unsent alone.
drop index outbox_unsent_of_run;
