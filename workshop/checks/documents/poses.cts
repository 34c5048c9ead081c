// The ways in which each specimen lies before the camera.
export const POSES = [
	{ name: 'upright', turn: 0, scale: 1 },
	{ name: 'turned 90°', turn: 90, scale: 1 },
	{ name: 'skewed 4°', turn: 4, scale: 1 },
	{ name: 'scaled 0.6', turn: 0, scale: 0.6 },
	{ name: 'scaled 1.7', turn: 0, scale: 1.7 },
] as const;
export type Pose = (typeof POSES)[number];
