drop index processed_command_age;
comment on table processed_command is
    'The answer to every command, for ever like its events: some command ids are made of what they say (the rows of a file, a deadline), and the same again must find its answer, in a year too.';
