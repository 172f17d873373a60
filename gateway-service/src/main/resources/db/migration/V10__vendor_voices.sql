-- Voices of vendors: offered only where the vendor's key is set. Ids are fixed: scripts and documentation may name them.
insert into voices (id, name, gender, provider, voice_identifier, is_visible, position) values
    ('5f0c2a8e-7d1b-4c3a-9e61-000000000101', 'Nova',    'female', 'OPENAI',      'nova',                 true, 101),
    ('5f0c2a8e-7d1b-4c3a-9e61-000000000102', 'Coral',   'female', 'OPENAI',      'coral',                true, 102),
    ('5f0c2a8e-7d1b-4c3a-9e61-000000000103', 'Ash',     'male',   'OPENAI',      'ash',                  true, 103),
    ('5f0c2a8e-7d1b-4c3a-9e61-000000000104', 'Cedar',   'male',   'OPENAI',      'cedar',                true, 104),
    ('5f0c2a8e-7d1b-4c3a-9e61-000000000201', 'Sarah',   'female', 'ELEVEN_LABS', 'EXAVITQu4vr4xnSDxMaL', true, 201),
    ('5f0c2a8e-7d1b-4c3a-9e61-000000000202', 'Jessica', 'female', 'ELEVEN_LABS', 'cgSgspJ2msm6clMCkdW9', true, 202),
    ('5f0c2a8e-7d1b-4c3a-9e61-000000000203', 'George',  'male',   'ELEVEN_LABS', 'JBFqnCBsd6RMkjVDRZzb', true, 203),
    ('5f0c2a8e-7d1b-4c3a-9e61-000000000204', 'Liam',    'male',   'ELEVEN_LABS', 'TX3LPaxmHKxFdv7VOQHJ', true, 204);
