insert into video_layouts (id, name, description, type, is_visible, position) values
    ('c81e6f42-0b9d-4e15-a7f3-000000000005', 'Actor cut-out',
     'The actor stands before your pictures and clips, which fill the picture.', 'ACTOR_CUTOUT', true, 5);
