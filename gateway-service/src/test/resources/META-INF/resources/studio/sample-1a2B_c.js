"A script of the studio, for tests.";
