// SPDX-License-Identifier: Apache-2.0
// The page of an item: values are changed in place, every text follows, and the text is copied, saved or collected.
import { startWorkbench } from "../item/workbench.ts";

void startWorkbench();
